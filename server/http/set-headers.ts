import type { ServerResponse } from 'node:http';
import type { RawHeaders } from './security.ts';

/** Sets headers on an answer that has not begun; a later `setHeader` of the same name still wins. */
export function setHeaders(res: ServerResponse, headers: RawHeaders): void {
  for (let at = 0; at < headers.length; at += 2) res.setHeader(headers[at] ?? '', headers[at + 1] ?? '');
}
