import { z } from 'zod';
import { isTimezone } from '../lib/local-time.ts';
import {
  assetReferenceSchema,
  idSchema,
  languageSchema,
  linkUrlSchema,
  minutesSchema,
  textSchema,
} from './fields.ts';

const clockSchema = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'a-time' });
const intervalSchema = z
  .tuple([clockSchema, clockSchema])
  .refine(([opens, closes]) => opens < closes, { error: 'an-interval' });
const daySchema = z.array(intervalSchema).max(12);

/** Local opening hours; a day that is left out is closed. */
export const hoursSchema = z.strictObject({
  timezone: z.string().refine(isTimezone, { error: 'a-timezone' }),
  week: z.strictObject({
    mon: daySchema.optional(),
    tue: daySchema.optional(),
    wed: daySchema.optional(),
    thu: daySchema.optional(),
    fri: daySchema.optional(),
    sat: daySchema.optional(),
    sun: daySchema.optional(),
  }),
  exceptions: z
    .array(z.strictObject({ date: z.iso.date(), open: daySchema }))
    .max(500)
    .default([]),
});

export const departmentSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(100),
  hours: hoursSchema.nullable().default(null),
});

export const variableTypes = ['text', 'number', 'date', 'boolean', 'choice', 'file'] as const;

export const variableSchema = z.strictObject({
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,62}$/, { error: 'a-variable-name' }),
  label: z.string().max(100).optional(),
  type: z.enum(variableTypes).default('text'),
  scope: z.enum(['conversation', 'contact']).default('conversation'),
  options: z.array(z.string().min(1).max(200)).max(100).optional(),
});

export const handoffSettingsSchema = z.strictObject({
  enabled: z.boolean().default(true),
  waitMinutes: minutesSchema.default(5),
  answerMinutes: minutesSchema.default(10),
  agentSilenceMinutes: minutesSchema.default(60),
  reopenMinutes: minutesSchema.default(30),
  notify: z.strictObject({ emails: z.array(z.email()).max(50).default([]) }).default({ emails: [] }),
  alternatives: z
    .array(z.strictObject({ label: textSchema, url: linkUrlSchema }))
    .max(10)
    .default([]),
});

export const strictnesses = ['careful', 'balanced', 'bold'] as const;

/** Everything of a bot but its flows. All but name and languages has a default. */
export const botSettingsSchema = z.strictObject({
  name: z.string().min(1).max(100),
  slug: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, { error: 'a-slug' })
    .optional(),
  languages: z.array(languageSchema).min(1).max(30),
  persona: z
    .strictObject({ name: z.string().min(1).max(60).optional(), avatar: assetReferenceSchema.optional() })
    .default({}),
  hours: hoursSchema.nullable().default(null),
  departments: z.array(departmentSchema).max(200).default([]),
  handoff: handoffSettingsSchema.prefault({}),
  understanding: z
    .strictObject({
      strictness: z.enum(strictnesses).default('balanced'),
      clarify: z.boolean().default(true),
    })
    .prefault({}),
  variables: z.array(variableSchema).max(500).default([]),
  assets: z
    .record(
      idSchema,
      z
        .string()
        .max(3_000_000)
        .regex(/^data:image\/(png|jpeg|gif|webp|svg\+xml);base64,/, { error: 'an-asset' }),
    )
    .default({}),
});

export type Hours = z.infer<typeof hoursSchema>;
export type Department = z.infer<typeof departmentSchema>;
export type Variable = z.infer<typeof variableSchema>;
export type VariableType = Variable['type'];
export type HandoffSettings = z.infer<typeof handoffSettingsSchema>;
export type BotSettings = z.infer<typeof botSettingsSchema>;
