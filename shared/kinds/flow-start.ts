import { z } from 'zod';

import { defineKind, leave, next } from './kind.ts';

/** Begins its flow when another flow, the API or (with `forAgents`) an agent runs it. */
export const flowStart = defineKind({
  type: 'flow-start',
  family: 'begin',
  trigger: true,
  data: z.strictObject({ forAgents: z.boolean().default(false) }),
  defaults: () => ({ forAgents: false }),
  ports: () => [next],
  enter: () => ({ go: leave('next') }),
});
