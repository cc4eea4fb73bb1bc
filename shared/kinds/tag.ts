import { z } from 'zod';
import { defineKind, leave, next } from './kind.ts';

const tagsSchema = z.array(z.string().min(1).max(60)).max(50);

/** Adds tags to the conversation and takes tags off it. */
export const tag = defineKind({
  type: 'tag',
  family: 'decide',
  trigger: false,
  data: z.strictObject({ add: tagsSchema.optional(), remove: tagsSchema.optional() }),
  defaults: () => ({ add: [] }),
  ports: () => [next],
  enter: ({ data }) => ({ tags: { add: data.add ?? [], remove: data.remove ?? [] }, go: leave('next') }),
});
