/** JSON as the tables hold it. What is read was written by us, so its shape is trusted. */
export function toJson(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/** The reverse of `toJson`. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text) as T;
}

/** Null stays null, so that a query can ask for it. */
export function toJsonOrNull(value: unknown): string | null {
  return value === null ? null : toJson(value);
}

/** The reverse of `toJsonOrNull`. */
export function fromJsonOrNull<T>(text: string | null): T | null {
  return text === null ? null : (JSON.parse(text) as T);
}
