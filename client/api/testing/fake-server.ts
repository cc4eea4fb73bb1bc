import { afterEach, vi } from 'vitest';

/** What a fake server heard in one call. */
export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly headers: Headers;
}

type Answer = { status?: number; body?: unknown } | Response;
export type Handle = (heard: Heard) => Answer | Promise<Answer>;

/**
 * Answers `fetch` from a table of 'METHOD /path', where a path may hold `*` for one piece. What is not in
 * the table is answered 404. Returns all that was heard; the table may be changed while it runs.
 */
export function startFakeServer(table: Record<string, Handle>): {
  heard: Heard[];
  table: Record<string, Handle>;
} {
  const heard: Heard[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}): Promise<Response> => {
    const { pathname, searchParams } = new URL(address, 'http://baton.test');
    const call: Heard = {
      method: init.method ?? 'GET',
      path: pathname,
      query: searchParams,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body,
      headers: new Headers(init.headers),
    };
    heard.push(call);
    const handle = findHandle(table, `${call.method} ${pathname}`) ?? notFound;
    const answer = await handle(call);
    if (answer instanceof Response) return answer;
    const { status = 200, body } = answer;
    return new Response(body === undefined ? null : JSON.stringify(body), { status });
  });
  return { heard, table };
}

afterEach(() => vi.unstubAllGlobals());

/** A problem document, as the server answers one. */
export function problem(status: number, code: string, detail: string, more: object = {}): Answer {
  return { status, body: { type: `urn:baton:problem:${code}`, title: 'Refused', status, detail, ...more } };
}

/** A stream that stays open and says nothing. */
export const silentStream: Handle = () => new Response(new ReadableStream());

const notFound: Handle = ({ path }) => problem(404, 'not-found', `The fake server has no ${path}.`);

function findHandle(table: Record<string, Handle>, called: string): Handle | undefined {
  const pieces = called.split('/');
  const entry = Object.entries(table).find(([pattern]) => {
    const wanted = pattern.split('/');
    return (
      wanted.length === pieces.length && wanted.every((piece, i) => piece === '*' || piece === pieces[i])
    );
  });
  return entry?.[1];
}
