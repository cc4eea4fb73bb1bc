import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a browser says that our own page made the call: its `Origin` is the public address, or names the
 * very host that was called (a page of another host cannot have the cookies of this one).
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return false;
  if (origin === toOrigin(publicUrl)) return true;
  const named = URL.canParse(origin) ? new URL(origin) : null;
  return named !== null && /^https?:$/.test(named.protocol) && named.host === host;
}

/** Scheme and host of an address, as browsers write them in `Origin`. */
export function toOrigin(url: string): string {
  return new URL(url).origin;
}
