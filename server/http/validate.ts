import { z } from 'zod';
import type { ParsedCall, Route } from '../../shared/api/route.ts';
import { toFieldErrors } from './field-errors.ts';
import { HttpProblem } from './http-problem.ts';
import type { TextLanguage } from './text-language.ts';

const nothing = z.strictObject({});

export interface Received {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** Reads a call by its descriptor: strictly, all places at once; throws a 400 that lists every mistake. */
export function validate<R extends Route>(
  route: R,
  received: Received,
  language: TextLanguage,
): ParsedCall<R>;
export function validate(route: Route, received: Received, language: TextLanguage) {
  const params = read(route.params ?? nothing, received.params, 'params', language);
  const query = read(route.query ?? nothing, received.query, 'query', language);
  const body = route.body
    ? read(route.body, received.body, 'body', language)
    : read(nothing, received.body === undefined ? {} : received.body, 'body', language);
  const errors = [...params.errors, ...query.errors, ...body.errors];
  if (errors.length > 0) throw new HttpProblem(400, 'bad-input', { with: { errors } });
  return { params: params.value, query: query.value, body: route.body ? body.value : undefined };
}

function read(schema: z.ZodType, input: unknown, place: 'params' | 'query' | 'body', language: TextLanguage) {
  const result = schema.safeParse(input);
  return result.success
    ? { value: result.data, errors: [] }
    : { value: undefined, errors: toFieldErrors(result.error, input, place, language) };
}
