import { z } from 'zod';

import { defineKind, leave, next } from './kind.ts';

/** Begins its flow when the customer shows, `times` times in a row, that the answer did not help. */
export const negativeFeedback = defineKind({
  type: 'negative-feedback',
  family: 'begin',
  trigger: true,
  data: z.strictObject({
    signals: z.array(z.enum(['thumbs-down', 'phrase', 'repeat', 'low-rating'])).min(1),
    phrases: z.array(z.string().min(1).max(500)).max(1000).optional(),
    times: z.number().int().min(1).max(100).default(1),
  }),
  defaults: () => ({ signals: ['thumbs-down'], times: 1 }),
  ports: () => [next],
  enter: () => ({ go: leave('next') }),
});
