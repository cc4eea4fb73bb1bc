/** JSON as the tables hold it. What is read was written by us, so its shape is trusted. */
export function toJson(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/** The reverse of `toJson`. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text) as T;
}

/** Undefined and empty become null, as JSON has it. */
export function fromJsonOrNull<T>(text: string | null): T | null {
  return text === null ? null : (JSON.parse(text) as T);
}
