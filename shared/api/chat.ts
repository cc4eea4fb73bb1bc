import { z } from 'zod';
import { messageSchema } from '../schema/message.ts';
import {
  countInAddress,
  countSchema,
  emailSchema,
  handlerSchema,
  idParams,
  idSchema,
  languageSchema,
  speakerSchema,
  uuidSchema,
} from './fields.ts';
import type { Route } from './route.ts';

const attributeSchema = z.union([z.string().max(2_000), z.number(), z.boolean()]);

/** What the page says of the customer: a claim, never a proof of who it is. */
export const contactClaimSchema = z.strictObject({
  name: z.string().max(200).optional(),
  email: emailSchema.optional(),
  phone: z.string().max(40).optional(),
  attributes: z.record(z.string().min(1).max(100), attributeSchema).optional(),
});
export type ContactClaim = z.infer<typeof contactClaimSchema>;

const pageSchema = z.strictObject({
  url: z.string().max(2_000).optional(),
  title: z.string().max(500).optional(),
  referrer: z.string().max(2_000).optional(),
  lang: z.string().max(35).optional(),
});

export const openBodySchema = z.strictObject({
  /** The client's own id of this call; sent again it is answered as the first time. */
  id: uuidSchema.optional(),
  language: languageSchema.optional(),
  contact: contactClaimSchema.optional(),
  page: pageSchema.optional(),
});
export type OpenBody = z.infer<typeof openBodySchema>;

export const openAnswerSchema = z
  .object({
    conversation: z.object({
      id: idSchema,
      /** The key to this conversation; only in the `Authorization: Bearer` header. */
      token: z.string(),
      handler: handlerSchema,
      language: languageSchema,
    }),
    messages: z.array(messageSchema),
  })
  .meta({ id: 'OpenedConversation' });
export type OpenAnswer = z.infer<typeof openAnswerSchema>;

const sayable = ['text', 'choice', 'rating', 'feedback', 'file'] as const;
const message = idSchema.optional();

/** What a customer sends: an id and exactly one of the other fields. A left out `message` is the newest that fits. */
export const sendBodySchema = z
  .strictObject({
    id: uuidSchema,
    text: z.string().trim().min(1).max(10_000).optional(),
    choice: z.strictObject({ option: idSchema, message }).optional(),
    rating: z
      .strictObject({
        value: z.number().int().min(0).max(10),
        message,
        comment: z.string().trim().max(5_000).optional(),
      })
      .optional(),
    feedback: z.strictObject({ message, value: z.enum(['up', 'down']) }).optional(),
    file: idSchema.optional(),
  })
  .refine((body) => sayable.filter((field) => body[field] !== undefined).length === 1, {
    error: 'Send exactly one of text, choice, rating, feedback or file.',
    params: { code: 'one-of' },
  })
  .meta({ id: 'SendMessage' });
export type SendBody = z.infer<typeof sendBodySchema>;

export const messagesAnswerSchema = z
  .object({ messages: z.array(messageSchema), handler: handlerSchema })
  .meta({ id: 'Messages' });
export type MessagesAnswer = z.infer<typeof messagesAnswerSchema>;

const queueSchema = z.object({
  position: z.number().int().min(1),
  /** The expected wait in minutes; null when nothing is known. */
  waitMinutes: z.number().min(0).nullable(),
});

/** What a widget needs to know on return, beside the messages. */
export const conversationStateSchema = z
  .object({
    id: idSchema,
    handler: handlerSchema,
    language: languageSchema,
    agent: speakerSchema.nullable(),
    queue: queueSchema.nullable(),
    lastNumber: countSchema,
    /** True after `end`, or when a returning customer would begin a new conversation. */
    ended: z.boolean(),
    /** The customer's own thumbs, by message id. */
    feedback: z.record(z.string(), z.enum(['up', 'down'])),
  })
  .meta({ id: 'ConversationState' });
export type ConversationState = z.infer<typeof conversationStateSchema>;

/** What a widget needs to know of a bot before a conversation begins. */
export const chatBotSchema = z
  .object({
    id: idSchema,
    slug: z.string(),
    name: z.string(),
    languages: z.array(languageSchema).min(1),
    persona: speakerSchema,
    /** Whether the bot's opening hours say open now. */
    open: z.boolean(),
    /** By language, the words that a 'talk to a person' button sends; empty when the bot has no way to a person. */
    person: z.record(z.string(), z.string()),
    alternatives: z.array(z.object({ label: z.string(), url: z.string() })),
  })
  .meta({ id: 'ChatBot' });
export type ChatBot = z.infer<typeof chatBotSchema>;

/** The events of a conversation's stream, by name. Only `message` carries an id: the message's number. */
export const chatEvents = {
  message: messageSchema,
  handler: z.object({ handler: handlerSchema, agent: speakerSchema.nullable() }),
  typing: z.object({ from: z.enum(['bot', 'agent']), name: z.string().optional() }),
  queue: queueSchema,
  /**
   * The number you named is not there (any more): forget what you have. The messages that are there follow,
   * from the first on.
   */
  reset: z.object({}),
};
export type ChatEvent = {
  [Name in keyof typeof chatEvents]: { event: Name; data: z.infer<(typeof chatEvents)[Name]> };
}[keyof typeof chatEvents];

export const uploadAnswerSchema = z.object({
  file: z.object({ id: idSchema, name: z.string(), size: countSchema, mime: z.string() }),
});
export type UploadAnswer = z.infer<typeof uploadAnswerSchema>;

const botParams = z.strictObject({ bot: idSchema });
export const fileParams = z.strictObject({ id: idSchema, file: idSchema });
export const afterQuery = z.strictObject({ after: countInAddress.optional() });
const onceBody = z.strictObject({ id: uuidSchema.optional() });
const of = '/api/chat/conversations/{id}';
const uploadLimit = 10 * 1024 * 1024;

/** The calls of customers: no account, the conversation's token is the key. */
export const chatRoutes = {
  chatBot: {
    method: 'get',
    path: '/api/chat/{bot}',
    summary: 'What a widget shows before a conversation begins; `{bot}` is a slug or an id',
    tag: 'chat',
    roles: 'public',
    params: botParams,
    query: z.strictObject({ language: languageSchema.optional() }),
    answers: { 200: z.object({ bot: chatBotSchema }) },
  },
  chatAsset: {
    method: 'get',
    path: '/api/chat/assets/{bot}/{name}',
    summary: 'A picture of the bot file; messages carry this address where the drawing says `asset:name`',
    tag: 'chat',
    roles: 'public',
    params: z.strictObject({ bot: idSchema, name: idSchema }),
    sends: 'file',
    answers: { 200: z.string() },
  },
  chatOpen: {
    method: 'post',
    path: '/api/chat/{bot}/conversations',
    summary: 'Begin a conversation; `{bot}` is a slug or an id',
    tag: 'chat',
    roles: 'public',
    params: botParams,
    body: openBodySchema,
    answers: { 201: openAnswerSchema },
  },
  chatState: {
    method: 'get',
    path: of,
    summary: 'Who answers now and in which language',
    tag: 'chat',
    roles: 'conversation',
    params: idParams,
    answers: { 200: z.object({ conversation: conversationStateSchema }) },
  },
  chatSend: {
    method: 'post',
    path: `${of}/messages`,
    summary: 'Say something; answers what was stored in this turn, the customer’s own message first',
    tag: 'chat',
    roles: 'conversation',
    params: idParams,
    body: sendBodySchema,
    answers: { 200: messagesAnswerSchema },
  },
  chatMessages: {
    method: 'get',
    path: `${of}/messages`,
    summary: 'At most 200 messages after a number, oldest first',
    tag: 'chat',
    roles: 'conversation',
    params: idParams,
    query: afterQuery,
    answers: { 200: messagesAnswerSchema },
  },
  chatStream: {
    method: 'get',
    path: `${of}/stream`,
    summary: 'The conversation as it goes on: `message`, `handler`, `typing`, `queue` and `reset`',
    tag: 'chat',
    roles: 'conversation',
    params: idParams,
    query: afterQuery,
    sends: 'events',
    answers: { 200: z.string() },
  },
  chatUpload: {
    method: 'post',
    path: `${of}/files`,
    summary: 'Upload a file of at most 10 MB, to be sent or given as an answer by its id',
    tag: 'chat',
    roles: 'conversation',
    params: idParams,
    body: onceBody,
    accepts: 'multipart',
    limit: uploadLimit,
    answers: { 201: uploadAnswerSchema },
  },
  chatFile: {
    method: 'get',
    path: `${of}/files/{file}`,
    summary: 'Download a file of this conversation',
    tag: 'chat',
    roles: 'conversation',
    params: fileParams,
    sends: 'file',
    answers: { 200: z.string() },
  },
  chatTyping: {
    method: 'post',
    path: `${of}/typing`,
    summary: 'The customer is typing',
    tag: 'chat',
    roles: 'conversation',
    params: idParams,
    body: onceBody,
    answers: { 204: null },
  },
  chatCancel: {
    method: 'post',
    path: `${of}/cancel`,
    summary: 'Leave the queue; the bot answers again',
    tag: 'chat',
    roles: 'conversation',
    params: idParams,
    body: onceBody,
    answers: { 200: messagesAnswerSchema },
  },
  chatEnd: {
    method: 'post',
    path: `${of}/end`,
    summary: 'End the conversation; the next one begins anew',
    tag: 'chat',
    roles: 'conversation',
    params: idParams,
    body: onceBody,
    answers: { 200: messagesAnswerSchema },
  },
  chatLanguage: {
    method: 'post',
    path: `${of}/language`,
    summary: 'Go on in another of the bot’s languages',
    tag: 'chat',
    roles: 'conversation',
    params: idParams,
    body: z.strictObject({ id: uuidSchema.optional(), language: languageSchema }),
    answers: { 200: z.object({ conversation: conversationStateSchema }) },
  },
} as const satisfies Record<string, Route>;
