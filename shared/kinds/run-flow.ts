import { z } from 'zod';
import { flowReferenceSchema } from '../schema/fields.ts';
import { defineKind, next } from './kind.ts';

/** Runs another flow from its flow-start; with `return` the flow goes on here afterwards. */
export const runFlow = defineKind({
  type: 'run-flow',
  family: 'decide',
  trigger: false,
  data: z.strictObject({ flow: flowReferenceSchema, return: z.boolean() }),
  defaults: () => ({ return: false }),
  ports: (data) => (data.return ? [next] : []),
  enter: ({ data }) => ({ go: { type: 'call', flow: data.flow, return: data.return } }),
});
