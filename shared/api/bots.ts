import { z } from 'zod';
import { checkProblemSchema } from './check-problem.ts';
import {
  countInAddress,
  countSchema,
  idParams,
  idSchema,
  instantSchema,
  languageSchema,
  switchInAddress,
} from './fields.ts';
import { designers, type Route } from './route.ts';

export const slugSchema = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** `https://shop.example` or `http://localhost:8080`: a scheme and a host, nothing behind it. */
export const originSchema = z
  .string()
  .max(300)
  .regex(/^https?:\/\/[^\s/?#]+$/i);

export const botItemSchema = z
  .object({
    id: idSchema,
    slug: z.string(),
    name: z.string(),
    languages: z.array(languageSchema),
    /** Off: customers get 503, what is going on ends as drawn. */
    active: z.boolean(),
    /** The number of the current release; null before the first. */
    release: z.number().int().min(1).nullable(),
    releasedAt: instantSchema.nullable(),
    draftChangedAt: instantSchema,
    /** Whether publishing would change what customers meet; settings that apply at once do not count. */
    draftAhead: z.boolean(),
    flows: countSchema,
    /** The pages that may show this bot; empty: any. */
    origins: z.array(z.string()),
    conversations: z.object({
      /** Begun in the last 30 days. */
      recent: countSchema,
      waiting: countSchema,
      live: countSchema,
    }),
    /** When it was deleted; restorable for 30 days. */
    archivedAt: instantSchema.nullable(),
  })
  .meta({ id: 'Bot' });
export type BotItem = z.infer<typeof botItemSchema>;

export const draftSchema = z
  .object({
    /** Grows by one with every accepted change of settings or flows. */
    revision: z.number().int().min(1),
    /** The whole bot file, draft reading. */
    file: z.unknown(),
  })
  .meta({ id: 'Draft' });
export type Draft = z.infer<typeof draftSchema>;

const pathSchema = z.array(z.union([z.string().max(200), z.number().int().min(0)])).max(40);

/** One change of the bot file, in the shape of an immer patch; an empty path is the whole file. */
export const draftChangeSchema = z
  .strictObject({
    op: z.enum(['add', 'replace', 'remove']),
    path: pathSchema,
    value: z.unknown().optional(),
  })
  .meta({ id: 'DraftChange' });
export type DraftChange = z.infer<typeof draftChangeSchema>;

export const draftPatchSchema = z.strictObject({
  /** The revision the changes were made on; a stale one gets 409 with what is there now. */
  base: z.number().int().min(1),
  changes: z.array(draftChangeSchema).min(1).max(10_000),
});
export type DraftPatch = z.infer<typeof draftPatchSchema>;

export const releaseSchema = z
  .object({
    number: z.number().int().min(1),
    at: instantSchema,
    by: z.string(),
    note: z.string(),
    current: z.boolean(),
  })
  .meta({ id: 'Release' });
export type Release = z.infer<typeof releaseSchema>;

export const botCreateSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  slug: slugSchema.optional(),
  languages: z.array(languageSchema).min(1).max(20).optional(),
});
export type BotCreate = z.infer<typeof botCreateSchema>;

export const botChangeSchema = z.strictObject({
  active: z.boolean().optional(),
  slug: slugSchema.optional(),
  origins: z.array(originSchema).max(100).optional(),
});
export type BotChange = z.infer<typeof botChangeSchema>;

export const importQuery = z.strictObject({
  /** The slug of the new bot, instead of the file's. */
  slug: slugSchema.optional(),
  /** The id of a bot whose draft this file replaces. */
  replaces: idSchema.optional(),
});
export type ImportQuery = z.infer<typeof importQuery>;

export const exportQuery = z.strictObject({
  /** The draft; else a release. */
  draft: switchInAddress.optional(),
  /** Which release; the current one when left out. */
  release: countInAddress.optional(),
});
export type ExportQuery = z.infer<typeof exportQuery>;

const releaseParams = z.strictObject({ id: idSchema, number: countInAddress });
const bot = z.object({ bot: botItemSchema });
const of = '/api/bots/{id}';
const shared = { tag: 'bots', roles: designers } as const;
const fileLimit = 20 * 1024 * 1024;

/** The calls of designers. */
export const botRoutes = {
  botList: {
    ...shared,
    method: 'get',
    path: '/api/bots',
    summary: 'All bots',
    query: z.strictObject({ archived: switchInAddress.optional() }),
    answers: { 200: z.object({ bots: z.array(botItemSchema) }) },
  },
  botCreate: {
    ...shared,
    repeatable: true,
    method: 'post',
    path: '/api/bots',
    summary: 'Make a bot with one flow to begin with',
    body: botCreateSchema,
    answers: { 201: bot },
  },
  botImport: {
    ...shared,
    repeatable: true,
    method: 'post',
    path: '/api/bots/import',
    summary: 'Import a bot file as a new bot, or as the draft of one that is there',
    query: importQuery,
    body: z.unknown().meta({ description: 'A bot file, see docs/flow-format.md' }),
    limit: fileLimit,
    answers: { 201: bot },
  },
  botRead: {
    ...shared,
    method: 'get',
    path: of,
    summary: 'One bot',
    params: idParams,
    answers: { 200: bot },
  },
  botChange: {
    ...shared,
    method: 'patch',
    path: of,
    summary: 'Switch a bot on or off, change its address or the pages that may show it',
    params: idParams,
    body: botChangeSchema,
    answers: { 200: bot },
  },
  botDelete: {
    ...shared,
    method: 'delete',
    path: of,
    summary: 'Archive a bot; refused while somebody waits or is live',
    params: idParams,
    answers: { 204: null },
  },
  botRestore: {
    ...shared,
    repeatable: true,
    method: 'post',
    path: `${of}/restore`,
    summary: 'Take an archived bot back',
    params: idParams,
    answers: { 200: bot },
  },
  botExport: {
    ...shared,
    method: 'get',
    path: `${of}/export`,
    summary: 'The bot file of the current release, of another, or of the draft',
    params: idParams,
    query: exportQuery,
    answers: { 200: z.unknown() },
  },
  draftRead: {
    ...shared,
    method: 'get',
    path: `${of}/draft`,
    summary: 'The draft and its revision',
    params: idParams,
    answers: { 200: draftSchema },
  },
  draftPatch: {
    ...shared,
    method: 'patch',
    path: `${of}/draft`,
    summary: 'Change the draft: all changes or none',
    params: idParams,
    body: draftPatchSchema,
    limit: fileLimit,
    answers: { 200: z.object({ revision: z.number().int().min(1) }) },
  },
  botCheck: {
    ...shared,
    method: 'post',
    path: `${of}/check`,
    summary: 'The problems of the draft, without publishing',
    params: idParams,
    answers: { 200: z.object({ problems: z.array(checkProblemSchema) }) },
  },
  releaseList: {
    ...shared,
    method: 'get',
    path: `${of}/releases`,
    summary: 'The releases, newest first',
    params: idParams,
    answers: { 200: z.object({ releases: z.array(releaseSchema) }) },
  },
  releasePublish: {
    ...shared,
    repeatable: true,
    method: 'post',
    path: `${of}/releases`,
    summary: 'Publish the draft; 422 with the problems when errors stand in the way',
    params: idParams,
    body: z.strictObject({ note: z.string().trim().max(1_000).optional() }),
    answers: { 201: z.object({ release: releaseSchema }) },
  },
  releaseRestore: {
    ...shared,
    repeatable: true,
    method: 'post',
    path: `${of}/releases/{number}/restore`,
    summary: 'Publish an earlier release again, as a new one; the draft stays',
    params: releaseParams,
    answers: { 201: z.object({ release: releaseSchema }) },
  },
} as const satisfies Record<string, Route>;
