import {
  type ClientRequest,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { OutgoingFault, toOutgoingFault } from './outgoing-fault.ts';
import { withTimeLimit } from './time-limit.ts';

export interface AddressCall {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
  timeoutMs: number;
  /** Only how it was taken counts: the answer's body is not waited for, and left empty. */
  headOnly?: boolean;
}

export interface AddressAnswer {
  status: number;
  body: string;
  /** The header `Retry-After` as it came. */
  retryAfter: string | undefined;
}

const mostBytes = 1024 * 1024;
/** Each call on a connection of its own: one that was kept may be closed just then, and nobody knows what arrived. */
const filtering = { http: new RequestFilteringHttpAgent(), https: new RequestFilteringHttpsAgent() };
const open = { http: new HttpAgent(), https: new HttpsAgent() };

/**
 * Makes one call within its time. Private addresses are refused, however they are written or resolved, unless
 * the host is among `allowHosts`. Redirects are not followed: they could lead anywhere.
 * @throws OutgoingFault when no whole answer came; it says when the other side may have taken the call.
 */
export async function callAddress(call: AddressCall, allowHosts: readonly string[]): Promise<AddressAnswer> {
  const url = toUrl(call.url);
  const secure = url.protocol === 'https:';
  const allowed = allowHosts.includes(url.hostname) || allowHosts.includes(url.host);
  return withTimeLimit(call.timeoutMs, async (signal) => {
    const request = (secure ? httpsRequest : httpRequest)(url, {
      method: call.method,
      headers: toHeaders(call),
      signal,
      agent: (allowed ? open : filtering)[secure ? 'https' : 'http'],
    });
    // Whether all of it has been handed to the network; what was cut short cannot be acted on.
    let sent = false;
    request.on('finish', () => {
      sent = true;
    });
    request.end(call.body ?? undefined);
    try {
      const response = await readHead(request);
      const { statusCode: status = 0, headers } = response;
      const body = call.headOnly ? drop(response) : await readBody(response);
      return { status, body, retryAfter: headers['retry-after'] };
    } catch (error) {
      request.destroy();
      if (signal.aborted) throw new OutgoingFault('timeout', { mayHaveArrived: sent });
      throw toNamed(error, sent);
    }
  });
}

function toUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw new OutgoingFault('no-web-address', { final: true });
  return url;
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

function readHead(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on('response', resolve);
    request.on('error', reject);
  });
}

async function readBody(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) throw new OutgoingFault('too-large', { final: true });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function drop(response: IncomingMessage): string {
  response.on('error', () => undefined).destroy();
  return '';
}

/** The filtering agent says only in words that it refused. */
function toNamed(error: unknown, sent: boolean): OutgoingFault {
  return error instanceof Error && /private IP address/i.test(error.message)
    ? new OutgoingFault('private-address', { final: true })
    : toOutgoingFault(error, sent);
}
