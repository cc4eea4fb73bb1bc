import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { OutgoingFault } from './outgoing-fault.ts';

export interface AddressCall {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
  timeoutMs: number;
}

export interface AddressAnswer {
  status: number;
  body: string;
}

const mostBytes = 1024 * 1024;
const filtering = { http: new RequestFilteringHttpAgent(), https: new RequestFilteringHttpsAgent() };

/**
 * Makes one call within its time. Private addresses are refused, however they are written or resolved, unless
 * the host is among `allowHosts`. Redirects are not followed: they could lead anywhere.
 */
export function callAddress(call: AddressCall, allowHosts: readonly string[]): Promise<AddressAnswer> {
  return new Promise((resolve, reject) => {
    const url = new URL(call.url);
    const secure = url.protocol === 'https:';
    if (!secure && url.protocol !== 'http:') throw new OutgoingFault('no-web-address');
    const allowed = allowHosts.includes(url.hostname) || allowHosts.includes(url.host);
    const agent = secure ? filtering.https : filtering.http;
    const begin = secure ? httpsRequest : httpRequest;
    const signal = AbortSignal.timeout(call.timeoutMs);
    const request = begin(
      url,
      { method: call.method, headers: toHeaders(call), signal, ...(allowed ? {} : { agent }) },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > mostBytes) request.destroy(new OutgoingFault('too-large'));
          else chunks.push(chunk);
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
        );
      },
    );
    request.on('error', (error) => reject(signal.aborted ? new OutgoingFault('timeout') : toNamed(error)));
    request.end(call.body ?? undefined);
  });
}

function toHeaders({ headers, body }: AddressCall): Record<string, string> {
  const given = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  return {
    ...(body !== null && !given.has('content-type') && { 'Content-Type': 'application/json' }),
    ...(body !== null && { 'Content-Length': String(Buffer.byteLength(body)) }),
    ...(!given.has('user-agent') && { 'User-Agent': 'Baton' }),
    ...(!given.has('accept') && { Accept: 'application/json, */*;q=0.5' }),
    ...headers,
  };
}

/** The filtering agent says only in words that it refused. */
function toNamed(error: Error): Error {
  return /private IP address/i.test(error.message) ? new OutgoingFault('private-address') : error;
}
