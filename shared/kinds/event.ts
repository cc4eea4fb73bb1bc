import { z } from 'zod';

import { defineKind, leave, next } from './kind.ts';

/** Begins its flow when the API or an agent sends the event of this name. */
export const event = defineKind({
  type: 'event',
  family: 'begin',
  trigger: true,
  data: z.strictObject({ name: z.string().min(1).max(100) }),
  defaults: () => ({ name: '' }),
  ports: () => [next],
  enter: () => ({ go: leave('next') }),
});
