import { z } from 'zod';
import { channelSchema, prioritySchema } from '../schema/fields.ts';
import { messageSchema, senderKinds } from '../schema/message.ts';
import { ratingScales } from '../text/rating-scale.ts';
import { countSchema, handlerSchema, idSchema, instantSchema, languageSchema } from './fields.ts';

/** Where a conversation lies: one folder each, `mine` being the part of `live` that is the caller's. */
export const folderSchema = z.enum(['waiting', 'live', 'bot', 'follow-up', 'done', 'spam']);
export type Folder = z.infer<typeof folderSchema>;
/** What a list may be asked for: folders, and the filters over all of them. */
export const folderFilterSchema = z.enum([...folderSchema.options, 'mine', 'all', 'unread']);
export type FolderFilter = z.infer<typeof folderFilterSchema>;

export const agentStatusSchema = z.enum(['online', 'away', 'offline']);
export type AgentStatus = z.infer<typeof agentStatusSchema>;

export const namedSchema = z.object({ id: idSchema, name: z.string() });
export type Named = z.infer<typeof namedSchema>;

/** A conversation as a row of the inbox. */
export const inboxItemSchema = z
  .object({
    id: idSchema,
    bot: namedSchema,
    channel: channelSchema,
    language: languageSchema,
    handler: handlerSchema,
    folder: folderSchema,
    department: namedSchema.nullable(),
    priority: prioritySchema,
    contact: z.object({
      id: idSchema,
      name: z.string().nullable(),
      email: z.string().nullable(),
    }),
    /** Who holds it, or whom it is assigned to while it waits. */
    agent: namedSchema.nullable(),
    last: z
      .object({
        text: z.string(),
        at: instantSchema,
        from: z.enum(senderKinds),
      })
      .nullable(),
    unread: z.boolean(),
    waitingSince: instantSchema.nullable(),
    /** Why a person is wanted, as the trigger or the flow names it. */
    reason: z.string().nullable(),
    tags: z.array(z.string()),
    startedAt: instantSchema,
    /** The number of the last message. */
    number: countSchema,
  })
  .meta({ id: 'InboxItem' });
export type InboxItem = z.infer<typeof inboxItemSchema>;

const handoffSchema = z.object({
  /** A stable word: `asked`, `unknown`, `negative-feedback`, `bot-error`, `agent`, … */
  reason: z.string(),
  /** The node whose trigger led here. */
  trigger: z.object({ flow: z.string(), node: z.string() }).nullable(),
  at: instantSchema,
  department: namedSchema.nullable(),
  summary: z.string().nullable(),
});

const contactSchema = z.object({
  id: idSchema,
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** The customer's other conversations that the caller may read, newest first. */
  conversations: z.array(z.object({ id: idSchema, startedAt: instantSchema })),
});

/** A conversation with all that an agent needs to take over. */
export const inboxConversationSchema = inboxItemSchema
  .extend({
    /** The newest 200, oldest first; older ones by the `messages` call. */
    messages: z.array(messageSchema),
    variables: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        value: z.union([z.string(), z.number(), z.boolean()]),
      }),
    ),
    contact: contactSchema,
    handoff: handoffSchema.nullable(),
    /** The nodes the customer came along, oldest first, with what they are called on the canvas. */
    path: z.array(
      z.object({
        flow: z.string(),
        flowName: z.string(),
        node: z.string(),
        kind: z.string(),
        /** What it says or does in the drawing's own words, shortened; missing where it has none. */
        label: z.string().max(80).optional(),
        at: instantSchema,
      }),
    ),
    notes: z.array(z.object({ id: idSchema, at: instantSchema, by: z.string(), text: z.string() })),
    /** Surveys that an agent may start. */
    surveys: z.array(z.object({ name: z.string(), label: z.string() })),
    /** Flows that an agent may send as a reply. */
    flows: z.array(namedSchema),
    ratings: z.array(
      z.object({
        at: instantSchema,
        label: z.string(),
        scale: z.enum(ratingScales),
        value: z.number(),
        comment: z.string().nullable(),
      }),
    ),
    outcome: z.string().nullable(),
    queue: z
      .object({ position: z.number().int().min(1), waitMinutes: z.number().min(0).nullable() })
      .nullable(),
  })
  .meta({ id: 'InboxConversation' });
export type InboxConversation = z.infer<typeof inboxConversationSchema>;

/** An agent as colleagues see one. */
export const inboxAgentSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    avatar: z.string().nullable(),
    status: agentStatusSchema,
    departments: z.array(idSchema),
    /** How many conversations this agent holds now. */
    live: countSchema,
  })
  .meta({ id: 'InboxAgent' });
export type InboxAgent = z.infer<typeof inboxAgentSchema>;

/** The events of the inbox stream, by name. Their ids are opaque cursors for `Last-Event-ID`. */
export const inboxEvents = {
  /** Something about this conversation changed; `number` is its last message. Read it again. */
  conversation: z.object({ conversation: idSchema, number: countSchema }),
  /** The customer is typing. */
  typing: z.object({ conversation: idSchema }),
  /** An agent's status changed. */
  status: z.object({ agent: idSchema, status: agentStatusSchema }),
  /** The stream cannot resume from where you were: read everything again. */
  reset: z.object({}),
};
export type InboxEvent = {
  [Name in keyof typeof inboxEvents]: { event: Name; data: z.infer<(typeof inboxEvents)[Name]> };
}[keyof typeof inboxEvents];
