import i18next from 'i18next';
import { z } from 'zod';
import {
  type Answer,
  type Body,
  type Params,
  type Query,
  type Route,
  toAddress,
} from '../../shared/api/route.ts';
import { ApiProblem, readProblem, unreachable } from './api-problem.ts';
import { sendRepeatable } from './send-repeatable.ts';

type Needed<Key extends string, Value> = [Value] extends [undefined]
  ? { [K in Key]?: undefined }
  : { [K in Key]: Value };
type Query_<R extends Route> = [Query<R>] extends [undefined] ? { query?: undefined } : { query?: Query<R> };

/** What a call of this route needs: its params, query and body, as far as it has them. */
export type Given<R extends Route> = Needed<'params', Params<R>> &
  Query_<R> &
  Needed<'body', Body<R>> & {
    /** The file of a multipart call. */
    file?: File;
    signal?: AbortSignal;
  };

interface AnyGiven {
  params?: Record<string, string | number>;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  file?: File;
  signal?: AbortSignal;
}

/**
 * Makes one call of the HTTP contract and returns its data; `undefined` for an answer without body.
 * Throws an `ApiProblem`, or the abort's own error when the signal fired.
 */
export async function call<R extends Route>(
  route: R,
  ...[given]: Record<string, never> extends Given<R> ? [given?: Given<R>] : [given: Given<R>]
): Promise<Answer<R>> {
  const { params, query, signal, ...content } = (given ?? {}) as AnyGiven;
  const address = toAddress(route.path, params, query);
  const init = {
    ...toContent(route, content),
    method: route.method.toUpperCase(),
    credentials: 'same-origin',
    signal: signal ?? null,
  } as const;
  const response = await (route.repeatable ? sendRepeatable(send, address, init) : send(address, init));
  if (!response.ok) throw await readProblem(response);
  if (response.status === 204) return undefined as Answer<R>;
  return readAnswer(route, response);
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw unreachable();
  }
}

interface Content {
  headers: Record<string, string>;
  body?: FormData | string;
}

function toContent(route: Route, { body, file }: AnyGiven): Content {
  const headers = { accept: 'application/json', 'accept-language': i18next.language ?? 'en' };
  if (route.accepts === 'multipart') {
    const form = new FormData();
    for (const [name, value] of Object.entries((body ?? {}) as Record<string, string>)) form.set(name, value);
    if (file) form.set('file', file);
    return { headers, body: form };
  }
  if (route.method === 'get') return { headers };
  return { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) };
}

/** Production trusts its own server, which validated the answer's shape in its tests. */
async function readAnswer<R extends Route>(route: R, response: Response): Promise<Answer<R>> {
  const data: unknown = await response.json().catch(() => {
    throw new ApiProblem(response.status, 'unreadable', i18next.t('common:problem.unreadable'));
  });
  const schema = route.answers[response.status];
  if (!import.meta.env.PROD && schema) {
    const read = schema.safeParse(data);
    if (!read.success)
      throw new Error(`${route.method} ${route.path} answered amiss:\n${z.prettifyError(read.error)}`);
    return read.data as Answer<R>;
  }
  return data as Answer<R>;
}
