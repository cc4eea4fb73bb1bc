import { z } from 'zod';
import { defineKind, leave, next } from './kind.ts';

/** Lets the customer see typing for a while. A message brings the rest at once. */
export const wait = defineKind({
  type: 'wait',
  family: 'say',
  trigger: false,
  data: z.strictObject({ seconds: z.number().positive().max(86_400) }),
  defaults: () => ({ seconds: 2 }),
  ports: () => [next],
  enter: ({ data }, view) => ({
    effects: [{ type: 'timer', name: 'wait', at: view.facts.now + data.seconds * 1000 }],
    go: { type: 'wait', for: 'delay', style: 'free', memory: null },
  }),
  receive: () => ({ effects: [{ type: 'cancel-timer', name: 'wait' }], go: leave('next') }),
});
