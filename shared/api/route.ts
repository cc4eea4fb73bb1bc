import type { z } from 'zod';

/** What a person, or an API key, may do here. One person may have several. */
export const roles = ['administrator', 'designer', 'agent'] as const;
export type Role = (typeof roles)[number];

/**
 * Who may make a call: `public` (anybody), `conversation` (the bearer of the conversation's token),
 * `signed-in` (any person or API key), or one of the listed roles.
 */
export type Access = 'public' | 'conversation' | 'signed-in' | readonly Role[];

export const agents = ['agent', 'administrator'] as const satisfies Access;
export const designers = ['designer', 'administrator'] as const satisfies Access;
export const administrators = ['administrator'] as const satisfies Access;

/**
 * One call of the HTTP contract. `path` is written as in OpenAPI, `/api/bots/{id}`. A call without
 * `body` takes none or `{}`. An answer of `null` has no body. Every call may also answer a problem.
 */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly summary: string;
  readonly tag: 'chat' | 'inbox' | 'bots' | 'admin' | 'auth';
  readonly roles: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** How the body travels; `multipart` has one part `file` beside the fields of `body`. */
  readonly accepts?: 'json' | 'multipart';
  /** What a success carries; `events` are server-sent events, `file` is bytes of any type. */
  readonly sends?: 'json' | 'events' | 'file';
  /** The largest body in bytes; 64 kB when left out. */
  readonly limit?: number;
  /** It may carry an `Idempotency-Key`: made again with the same one, it is answered as the first time. */
  readonly repeatable?: true;
}

type Parsed<Schema, Absent> = Schema extends z.ZodType ? z.output<Schema> : Absent;
type Given<Schema, Absent> = Schema extends z.ZodType ? z.input<Schema> : Absent;
type Field<R, Key extends string> = R extends { readonly [K in Key]: infer Schema } ? Schema : undefined;

/** What the server reads from a call of this route, after validation. */
export interface ParsedCall<R extends Route> {
  readonly params: Parsed<Field<R, 'params'>, Record<string, never>>;
  readonly query: Parsed<Field<R, 'query'>, Record<string, never>>;
  readonly body: Parsed<Field<R, 'body'>, undefined>;
}

export type Params<R extends Route> = Given<Field<R, 'params'>, undefined>;
export type Query<R extends Route> = Given<Field<R, 'query'>, undefined>;
export type Body<R extends Route> = Given<Field<R, 'body'>, undefined>;
/** The data of a successful answer; `undefined` where the answer has no body. */
export type Answer<R extends Route> = {
  [Status in keyof R['answers']]: Parsed<R['answers'][Status], undefined>;
}[keyof R['answers']];

/** Builds the address of a call from its route's path: parameters are encoded, unset queries left out. */
export function toAddress(
  path: string,
  params: Readonly<Record<string, string | number>> = {},
  query: Readonly<Record<string, string | number | boolean | undefined>> = {},
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name] ?? '')),
  );
  const search = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
  return search === '' ? filled : `${filled}?${search}`;
}
