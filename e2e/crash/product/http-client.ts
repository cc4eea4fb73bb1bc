import { Agent, request } from 'node:http';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
}

/** The call had no whole answer: nobody knows whether it was taken. */
export class NoAnswer extends Error {}

export interface CallOptions {
  json?: unknown;
  headers?: Record<string, string>;
  timeoutMs?: number;
}

export interface HttpClient {
  /** One call; throws `NoAnswer` unless the answer came whole. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  close(): void;
}

const patience = 20_000;

/** Calls the servers in turn, as a plain round-robin balancer would; `toBase` says who is next. */
export function createHttpClient(toBase: () => string): HttpClient {
  const agent = new Agent({ keepAlive: true });
  return {
    call: (method, path, options = {}) =>
      new Promise((resolve, reject) => {
        const { json, headers = {}, timeoutMs = patience } = options;
        const body = json === undefined ? undefined : JSON.stringify(json);
        const fail = (error: Error) => reject(new NoAnswer(`${method} ${path}: ${error.message}`));
        const sent = request(
          new URL(path, toBase()),
          {
            method,
            agent,
            timeout: timeoutMs,
            headers: {
              ...(body !== undefined && {
                'content-type': 'application/json',
                'content-length': String(Buffer.byteLength(body)),
              }),
              ...headers,
            },
          },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('error', fail);
            response.on('close', () => {
              if (!response.complete) return fail(new Error('the answer broke off'));
              const text = Buffer.concat(chunks).toString('utf8');
              resolve({
                status: response.statusCode ?? 0,
                headers: response.headers,
                body: toBody(text),
              });
            });
          },
        );
        sent.on('timeout', () => sent.destroy(new Error(`no answer within ${timeoutMs} ms`)));
        sent.on('error', fail);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}

function toBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
