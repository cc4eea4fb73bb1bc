import { z } from 'zod';
import { channelSchema } from '../schema/fields.ts';
import {
  afterQuery,
  contactClaimSchema,
  fileParams,
  messagesAnswerSchema,
  openAnswerSchema,
  uploadAnswerSchema,
} from './chat.ts';
import {
  countInAddress,
  countSchema,
  idParams,
  idSchema,
  languageSchema,
  linkSchema,
  uuidSchema,
} from './fields.ts';
import {
  agentStatusSchema,
  folderFilterSchema,
  inboxAgentSchema,
  inboxConversationSchema,
  inboxItemSchema,
  namedSchema,
} from './inbox-conversation.ts';
import { agents, type Route } from './route.ts';

export const inboxListQuery = z.strictObject({
  folder: folderFilterSchema.optional(),
  /** Words in messages, variables or the contact. */
  q: z.string().trim().max(200).optional(),
  cursor: z.string().max(500).optional(),
  limit: countInAddress.pipe(z.number().min(1).max(100)).optional(),
});
export type InboxListQuery = z.infer<typeof inboxListQuery>;

export const inboxOpenBodySchema = z.strictObject({
  id: uuidSchema.optional(),
  bot: idSchema,
  channel: channelSchema,
  language: languageSchema.optional(),
  contact: contactClaimSchema.optional(),
});
export type InboxOpenBody = z.infer<typeof inboxOpenBodySchema>;

/** An agent's message: the client's id and exactly one of the other fields. */
export const agentMessageBodySchema = z
  .strictObject({
    id: uuidSchema,
    text: z.string().trim().min(1).max(10_000).optional(),
    file: idSchema.optional(),
    link: z.strictObject({ label: z.string().trim().min(1).max(200), url: linkSchema }).optional(),
  })
  .refine((body) => [body.text, body.file, body.link].filter((part) => part !== undefined).length === 1, {
    error: 'Send exactly one of text, file or link.',
    params: { code: 'one-of' },
  });
export type AgentMessageBody = z.infer<typeof agentMessageBodySchema>;

export const resolveBodySchema = z.strictObject({
  outcome: z.string().trim().max(200).optional(),
  /** A survey's name to start it, `false` for none; left out, the flow or the rules decide. */
  survey: z.union([z.string().min(1).max(200), z.literal(false)]).optional(),
});
export type ResolveBody = z.infer<typeof resolveBodySchema>;

const tag = z.string().trim().min(1).max(60);
export const tagsBodySchema = z.strictObject({
  add: z.array(tag).max(50).optional(),
  remove: z.array(tag).max(50).optional(),
});
export const assignBodySchema = z.strictObject({
  /** Null takes the assignment away. */
  agent: idSchema.nullable().optional(),
  department: idSchema.nullable().optional(),
});
export const folderBodySchema = z.strictObject({
  /** Null: back to the folder it has by itself. */
  folder: z.enum(['spam', 'follow-up', 'done']).nullable(),
});

const conversation = { 200: z.object({ conversation: inboxConversationSchema }) };
const of = '/api/inbox/conversations/{id}';
const shared = { tag: 'inbox', roles: agents } as const;
const action = { ...shared, method: 'post', params: idParams, answers: conversation } as const;
const repeatable = { ...action, repeatable: true } as const;

/** The calls of agents. */
export const inboxRoutes = {
  inboxList: {
    ...shared,
    method: 'get',
    path: '/api/inbox/conversations',
    summary: 'The conversations of a folder, those that wait longest or changed last first',
    query: inboxListQuery,
    answers: {
      200: z.object({ conversations: z.array(inboxItemSchema), cursor: z.string().nullable() }),
    },
  },
  inboxCounts: {
    ...shared,
    method: 'get',
    path: '/api/inbox/counts',
    summary: 'How many conversations lie in each folder',
    answers: { 200: z.object({ counts: z.record(folderFilterSchema, countSchema) }) },
  },
  inboxOpen: {
    ...shared,
    method: 'post',
    path: '/api/inbox/conversations',
    summary: 'Open a conversation on a named channel: the entrance of a gateway',
    body: inboxOpenBodySchema,
    answers: { 201: openAnswerSchema },
  },
  inboxRead: {
    ...shared,
    method: 'get',
    path: of,
    summary: 'A conversation: transcript, variables, contact, handoff reason, path taken',
    params: idParams,
    answers: conversation,
  },
  inboxMessages: {
    ...shared,
    method: 'get',
    path: `${of}/messages`,
    summary: 'At most 200 messages after a number, oldest first',
    params: idParams,
    query: afterQuery,
    answers: { 200: messagesAnswerSchema },
  },
  inboxJoin: { ...repeatable, path: `${of}/join`, summary: 'Join, asked for or not: the bot falls silent' },
  inboxSend: {
    ...action,
    path: `${of}/messages`,
    summary: 'Write to the customer',
    body: agentMessageBodySchema,
  },
  inboxResolve: {
    ...repeatable,
    path: `${of}/resolve`,
    summary: 'Resolve: the bot is back',
    body: resolveBodySchema,
  },
  inboxSurvey: {
    ...repeatable,
    path: `${of}/survey`,
    summary: 'Let the bot conduct a survey',
    body: z.strictObject({ name: z.string().min(1).max(200) }),
  },
  inboxFlow: {
    ...repeatable,
    path: `${of}/flow`,
    summary: 'Let the bot run a flow, as a reply',
    body: z.strictObject({ flow: idSchema }),
  },
  inboxEvent: {
    ...repeatable,
    path: `${of}/events`,
    summary: 'Send a named event to the bot',
    body: z.strictObject({ name: z.string().trim().min(1).max(100) }),
  },
  inboxReturn: { ...repeatable, path: `${of}/return`, summary: 'Put it back into the queue' },
  inboxAssign: {
    ...repeatable,
    path: `${of}/assign`,
    summary: 'Offer it to an agent, or move it to a department',
    body: assignBodySchema,
  },
  inboxNote: {
    ...repeatable,
    path: `${of}/notes`,
    summary: 'Add a note that only agents read',
    body: z.strictObject({ text: z.string().trim().min(1).max(5_000) }),
  },
  inboxTags: { ...repeatable, path: `${of}/tags`, summary: 'Add and remove tags', body: tagsBodySchema },
  inboxFolder: {
    ...repeatable,
    path: `${of}/folder`,
    summary: 'Put it into spam, follow-up or done, or take it out',
    body: folderBodySchema,
  },
  inboxSeen: {
    ...action,
    path: `${of}/seen`,
    summary: 'The caller has read up to this number',
    body: z.strictObject({ number: countSchema }),
    answers: { 204: null },
  },
  inboxTyping: {
    ...action,
    path: `${of}/typing`,
    summary: 'The agent is typing',
    answers: { 204: null },
  },
  inboxUpload: {
    ...action,
    path: `${of}/files`,
    summary: 'Upload a file of at most 10 MB, to be sent by its id',
    body: z.strictObject({}),
    accepts: 'multipart',
    limit: 10 * 1024 * 1024,
    answers: { 201: uploadAnswerSchema },
  },
  inboxFile: {
    ...shared,
    method: 'get',
    path: `${of}/files/{file}`,
    summary: 'Download a file of a conversation',
    params: fileParams,
    sends: 'file',
    answers: { 200: z.string() },
  },
  inboxStream: {
    ...shared,
    method: 'get',
    path: '/api/inbox/stream',
    summary: 'Hints that something changed: `conversation`, `typing`, `status` and `reset`',
    sends: 'events',
    answers: { 200: z.string() },
  },
  inboxMe: {
    ...shared,
    method: 'get',
    path: '/api/inbox/me',
    summary: 'The caller as an agent',
    answers: { 200: z.object({ agent: inboxAgentSchema }) },
  },
  inboxStatus: {
    ...shared,
    method: 'put',
    path: '/api/inbox/me/status',
    summary: 'Be online, away or offline',
    body: z.strictObject({ status: agentStatusSchema }),
    answers: { 200: z.object({ agent: inboxAgentSchema }) },
  },
  inboxAgents: {
    ...shared,
    method: 'get',
    path: '/api/inbox/agents',
    summary: 'The agents and departments a conversation can be given to',
    answers: {
      200: z.object({ agents: z.array(inboxAgentSchema), departments: z.array(namedSchema) }),
    },
  },
} as const satisfies Record<string, Route>;
