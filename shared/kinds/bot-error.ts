import { z } from 'zod';

import { defineKind, leave, next } from './kind.ts';

/** Begins its flow when a node fails with no port for it, or a flow runs on without waiting. */
export const botError = defineKind({
  type: 'bot-error',
  family: 'begin',
  trigger: true,
  data: z.strictObject({}),
  defaults: () => ({}),
  ports: () => [next],
  enter: () => ({ go: leave('next') }),
});
