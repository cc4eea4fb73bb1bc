import { z } from 'zod';

/**
 * The building blocks of node data. Their metadata says what a string refers to, so that one walk over
 * schema and data finds every reference (`references.ts`) and no node kind lists its own.
 */
export type ReferenceKind =
  | 'written-variable'
  | 'template'
  | 'secret-template'
  | 'flow'
  | 'department'
  | 'asset'
  | 'subject';

function refers<Schema extends z.ZodType>(schema: Schema, refersTo: ReferenceKind): Schema {
  return schema.meta({ refersTo });
}

/** Ids of flows, nodes, edges, options, branches and departments. */
export const idSchema = z.string().regex(/^[\w.:-]{1,64}$/, { error: 'an-id' });

/** A BCP 47 language tag as short as people write it: `nl`, `pt-BR`. */
export const languageSchema = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/, { error: 'a-language' });

const sentence = z.string().min(1).max(5000);

/** What a person reads: one string, or one a language; `{{variables}}` are inserted. */
export const textSchema = refers(
  z.union([
    sentence,
    z.record(languageSchema, sentence).refine((texts) => Object.keys(texts).length > 0, { error: 'a-text' }),
  ]),
  'template',
);

/** A template that is not localised, like a ticket's subject. */
export const templateSchema = refers(z.string().max(5000), 'template');

/** A template that may also read `{{secret.name}}`: url, headers and body of an http-request. */
export const secretTemplateSchema = refers(z.string().max(20_000), 'secret-template');

export const writtenVariableSchema = refers(z.string().min(1).max(80), 'written-variable');
export const flowReferenceSchema = refers(z.string().min(1).max(64), 'flow');
export const departmentReferenceSchema = refers(z.string().min(1).max(64), 'department');
export const subjectSchema = refers(z.string().min(1).max(80), 'subject');

/** `asset:name` of the bot file, or an address. */
export const assetReferenceSchema = refers(
  z
    .string()
    .max(2000)
    .regex(/^(asset:[\w.-]{1,64}|https?:\/\/\S+)$/, { error: 'an-image' }),
  'asset',
);

/** An address that a customer may open. Scripts are not addresses. */
export const linkUrlSchema = refers(
  z
    .string()
    .max(2000)
    .regex(/^(https?:\/\/|mailto:|tel:)\S+$/, { error: 'a-link' }),
  'template',
);

export const channels = ['web', 'messenger', 'whatsapp', 'telegram', 'sms', 'api'] as const;
export const channelSchema = z.enum(channels);
export type Channel = (typeof channels)[number];

export const priorities = ['normal', 'high', 'urgent'] as const;
export const prioritySchema = z.enum(priorities);
export type Priority = (typeof priorities)[number];

/** Minutes may be fractions; a month is the longest that anything waits. */
export const minutesSchema = z.number().positive().max(43_200);
