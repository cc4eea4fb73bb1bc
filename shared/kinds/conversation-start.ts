import { z } from 'zod';
import { channelSchema } from '../schema/fields.ts';
import { defineKind, leave, next } from './kind.ts';

/** Begins its flow when a conversation begins, on the given channels or on all. */
export const conversationStart = defineKind({
  type: 'conversation-start',
  family: 'begin',
  trigger: true,
  data: z.strictObject({ channels: z.array(channelSchema).min(1).optional() }),
  defaults: () => ({}),
  ports: () => [next],
  enter: () => ({ go: leave('next') }),
});
