import { z } from 'zod';

/** Something wrong with a bot, as checking and publishing tell it. */
export const checkProblemSchema = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    flow: z.string().optional(),
    node: z.string().optional(),
    /** Where in the bot file. */
    path: z.array(z.union([z.string(), z.number()])),
    message: z.string(),
  })
  .meta({ id: 'CheckProblem' });
export type CheckProblem = z.infer<typeof checkProblemSchema>;
