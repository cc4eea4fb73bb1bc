import type { chatRoutes } from '../../../shared/api/chat.ts';
import type { Answer } from '../../../shared/api/route.ts';
import { type Connection, update, wake } from './connection.ts';
import type { Key } from './memory.ts';

type Routes = typeof chatRoutes;
type Filled<Path> = Path extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : Path;
/** A path of the contract with its parameters filled in; its schemas are too heavy to read it from. */
type PathOf<Name extends keyof Routes> =
  | Filled<Routes[Name]['path']>
  | `${Filled<Routes[Name]['path']>}?${string}`;

/** What came of a call. Without `data` it failed: `status` 0 when nobody answered, `after` says when to try again. */
export interface Outcome<Data> {
  readonly status: number;
  readonly data?: Data;
  readonly detail: string;
  /** Milliseconds, 0 if not said. */
  readonly after: number;
}

/** The address of the running conversation, or of something in it. */
export function toPath<Tail extends string>(key: Key, tail: Tail) {
  return `/api/chat/conversations/${key.id}${tail}` as const;
}

/** The bare answer, for streams and files. Throws when nobody answers. A call with a body is a POST. */
export function request(
  { base, tools, state, key }: Connection,
  path: string,
  { body, token = key?.token, headers, signal }: RequestOptions = {},
): Promise<Response> {
  const isForm = body instanceof FormData;
  const init: RequestInit = {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(state.language && { 'Accept-Language': state.language }),
      ...(body && !isForm && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    credentials: 'omit',
    cache: 'no-store',
  };
  if (body) init.body = isForm ? body : JSON.stringify(body);
  if (signal) init.signal = signal;
  return tools.fetch(base + path, init);
}

interface RequestOptions {
  readonly body?: object | undefined;
  readonly token?: string | undefined;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

/** Calls the server, as the bearer of the running conversation's token if no other is given. */
export async function ask<Name extends keyof Routes>(
  connection: Connection,
  path: PathOf<Name>,
  body?: object,
  token?: string,
): Promise<Outcome<Answer<Routes[Name]>>> {
  const failed = { status: 0, detail: '', after: 0 };
  try {
    const response = await request(connection, path, { body, token });
    const { status } = response;
    const data = status === 204 ? {} : await response.json().catch(() => undefined);
    setOnline(connection, true);
    if (response.ok) return data ? { ...failed, status, data } : failed;
    const after = Number(response.headers.get('Retry-After')) * 1_000 || 0;
    return { status, after, detail: data?.detail ?? '' };
  } catch {
    setOnline(connection, false);
    return failed;
  }
}

/** Notes whether the server answers, for all who show it or wait for it. */
export function setOnline(connection: Connection, online: boolean): void {
  if (online === connection.state.online) return;
  update(connection, { online });
  // Whoever reaches the server first tells the others, who wait longer and longer.
  if (online) wake(connection);
}
