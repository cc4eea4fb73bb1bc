import { z } from 'zod';

import { defineKind, leave, next } from './kind.ts';

/** Begins its flow when misses in a row reach `misses`. */
export const unknown = defineKind({
  type: 'unknown',
  family: 'begin',
  trigger: true,
  data: z.strictObject({
    misses: z.number().int().min(1).max(100),
    scope: z.enum(['bot', 'flow']),
  }),
  defaults: () => ({ misses: 1, scope: 'bot' }),
  ports: () => [next],
  enter: () => ({ go: leave('next') }),
});
