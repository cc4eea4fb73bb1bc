import { z } from 'zod';

const triggerSchema = z.strictObject({ flow: z.string(), node: z.string() });

const entitySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('email'), value: z.string(), text: z.string() }),
  z.strictObject({ type: z.literal('phone'), value: z.string(), text: z.string() }),
  z.strictObject({ type: z.literal('number'), value: z.number(), text: z.string() }),
  z.strictObject({ type: z.literal('date'), value: z.string(), text: z.string() }),
]);

/**
 * What a release's model made of one message of the customer. It is stored with the event, so a
 * replay never classifies again.
 */
export const readingSchema = z.strictObject({
  /** The text-requests that the message means, above the threshold, best first; scores go from 0 to 1. */
  candidates: z.array(triggerSchema.extend({ score: z.number() })).max(5),
  /** The best two candidates are too close to call. */
  close: z.boolean(),
  /** The negative-feedback triggers of which a phrase is meant. */
  feedback: z.array(triggerSchema),
  /** The text-request that includes `person`, when the message asks for a person. */
  person: triggerSchema.nullable(),
  /** The message means the same as one of the customer's earlier messages that were handed in. */
  repeats: z.boolean(),
  /** Found values, in the order of the message; `text` is how the customer wrote it. */
  entities: z.array(entitySchema).max(20),
});

export type Reading = z.infer<typeof readingSchema>;
export type Entity = z.infer<typeof entitySchema>;

/** The reading of a message of which nothing is known, for events that nobody classified. */
export const emptyReading: Reading = {
  candidates: [],
  close: false,
  feedback: [],
  person: null,
  repeats: false,
  entities: [],
};
