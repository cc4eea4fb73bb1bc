import { z } from 'zod';
import { defineKind } from './kind.ts';

/** Ends the whole run, callers and interrupted questions included. */
export const end = defineKind({
  type: 'end',
  family: 'say',
  trigger: false,
  data: z.strictObject({}),
  defaults: () => ({}),
  ports: () => [],
  enter: () => ({ go: { type: 'end' } }),
});
