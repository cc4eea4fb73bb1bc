/** Ends a switch over a union: does not compile while a case is missing, throws if one slips through. */
export function assertNever(x: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(x)}`);
}
