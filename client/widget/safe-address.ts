/** An address that may stand in a link or a picture, made whole; undefined for `javascript:` and the like. */
export function toSafeAddress(address: string | undefined, base: string): string | undefined {
  if (!address) return undefined;
  const whole = /^[a-z][a-z\d+.-]*:/i.test(address) ? address : base + address;
  return /^(https?:|mailto:|tel:|data:image\/)/i.test(whole) ? whole : undefined;
}
