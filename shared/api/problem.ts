import { z } from 'zod';
import { checkProblemSchema } from './check-problem.ts';
import { idSchema } from './fields.ts';

/** What every failed call answers, as `application/problem+json` (RFC 9457). */
export const problemSchema = z
  .object({
    /** `urn:baton:problem:<code>`: the code is stable, for programs. */
    type: z.string(),
    title: z.string(),
    status: z.number().int().min(400).max(599),
    /** What happened and what to do, in the caller's language. */
    detail: z.string(),
    errors: z
      .array(
        z.object({
          /** Where in the call: `body.options[0].label`, `query.after`. */
          path: z.string(),
          code: z.string(),
          message: z.string(),
        }),
      )
      .optional(),
    /** With 409 on a join: who was first. */
    winner: z.object({ id: idSchema, name: z.string() }).optional(),
    /** With 409 on a draft: what the caller changed from, and what is there now. */
    base: z.number().int().optional(),
    current: z.object({ revision: z.number().int(), file: z.unknown() }).optional(),
    /** With 422 on publishing: the errors that stand in the way. */
    problems: z.array(checkProblemSchema).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;
