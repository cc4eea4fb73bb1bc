import { z } from 'zod';
import { defineKind, leave, next } from './kind.ts';

const fields = z.strictObject({
  phrases: z.array(z.string().min(1).max(500)).max(1000).default([]),
  include: z.array(z.enum(['person'])).optional(),
  match: z.enum(['meaning', 'contains', 'exact']).default('meaning'),
  interrupts: z.boolean().optional(),
});

/** Begins its flow when a message means one of the phrases; `interrupts` also while a question is open. */
export const textRequest = defineKind({
  type: 'text-request',
  family: 'begin',
  trigger: true,
  data: fields.refine((data) => data.phrases.length > 0 || (data.include?.length ?? 0) > 0, {
    error: 'phrases-missing',
    path: ['phrases'],
  }),
  defaults: () => ({ phrases: [], match: 'meaning' }),
  ports: () => [next],
  enter: () => ({ go: leave('next') }),
});

/** Whether the trigger may interrupt an open question: as drawn, else where it listens for `person`. */
export function interrupts(data: z.output<typeof fields>): boolean {
  return data.interrupts ?? data.include?.includes('person') ?? false;
}
