import { z } from 'zod';
import { ratingScales } from '../text/rating-scale.ts';

export const optionSchema = z.strictObject({ id: z.string(), label: z.string() });

/** A piece of a message, as every reader gets it: localised, with its variables inserted. */
export const partSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string() }),
  z.strictObject({
    type: z.literal('choice'),
    options: z.array(optionSchema),
    suggestions: z.literal(true).optional(),
  }),
  z.strictObject({ type: z.literal('rating'), scale: z.enum(ratingScales) }),
  z.strictObject({ type: z.literal('image'), url: z.string(), alt: z.string() }),
  z.strictObject({ type: z.literal('link'), label: z.string(), url: z.string() }),
  z.strictObject({ type: z.literal('file'), id: z.string(), name: z.string(), size: z.number() }),
  z.strictObject({ type: z.literal('notice'), code: z.string(), text: z.string() }),
]);

export const senderKinds = ['customer', 'bot', 'agent', 'system'] as const;

export const messageSchema = z.strictObject({
  id: z.string(),
  /** Counted without gaps from 1 within the conversation. */
  number: z.number().int().min(1),
  at: z.iso.datetime(),
  from: z.strictObject({
    kind: z.enum(senderKinds),
    name: z.string().optional(),
    avatar: z.string().optional(),
  }),
  parts: z.array(partSchema),
});

export const handlers = ['bot', 'queue', 'agent'] as const;
/** Who answers now. */
export type Handler = (typeof handlers)[number];
export type Option = z.infer<typeof optionSchema>;
export type Part = z.infer<typeof partSchema>;
export type Message = z.infer<typeof messageSchema>;
