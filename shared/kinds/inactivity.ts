import { z } from 'zod';
import { minutesSchema } from '../schema/fields.ts';
import { defineKind, leave, next } from './kind.ts';

/** Begins its flow when the customer leaves an open question unanswered for `minutes`. */
export const inactivity = defineKind({
  type: 'inactivity',
  family: 'begin',
  trigger: true,
  data: z.strictObject({ minutes: minutesSchema }),
  defaults: () => ({ minutes: 5 }),
  ports: () => [next],
  enter: () => ({ go: leave('next') }),
});
