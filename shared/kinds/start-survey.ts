import { z } from 'zod';
import { textSchema } from '../schema/fields.ts';
import { defineKind, leave, next } from './kind.ts';

/** A survey begins here: after a resolution by rule, when an agent starts it, or led into by an edge. */
export const startSurvey = defineKind({
  type: 'start-survey',
  family: 'people',
  trigger: true,
  enterable: true,
  data: z.strictObject({
    name: z.string().min(1).max(64),
    label: textSchema,
    start: z.array(z.enum(['resolved', 'agent'])).max(2),
  }),
  defaults: () => ({ name: '', label: '', start: ['resolved', 'agent'] }),
  ports: () => [next],
  enter: ({ data }) => ({ survey: data.name, go: leave('next') }),
});
