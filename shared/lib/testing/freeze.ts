/** Freezes data to its depths, so that a test fails where somebody writes to what was handed in. */
export function freeze<Data>(data: Data): Data {
  if (typeof data === 'object' && data !== null && !Object.isFrozen(data)) {
    Object.freeze(data);
    for (const value of Object.values(data)) freeze(value);
  }
  return data;
}
