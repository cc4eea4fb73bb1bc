import { z } from 'zod';
import { roleSchema } from './auth.ts';
import { countInAddress, countSchema, emailSchema, idParams, idSchema, instantSchema } from './fields.ts';
import { agentStatusSchema } from './inbox-conversation.ts';
import { administrators, type Route } from './route.ts';

const name = z.string().trim().min(1).max(200);
const rolesField = z.array(roleSchema).min(1).max(3);
const departmentIds = z.array(idSchema).max(200);

export const personSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    email: z.string(),
    roles: z.array(roleSchema),
    departments: z.array(idSchema),
    /** Invited, and has not yet chosen a password. */
    invited: z.boolean(),
    status: agentStatusSchema,
    lastSeenAt: instantSchema.nullable(),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof personSchema>;

export const inviteBodySchema = z.strictObject({
  email: emailSchema,
  name: name.optional(),
  roles: rolesField,
  departments: departmentIds.optional(),
});
export type InviteBody = z.infer<typeof inviteBodySchema>;

export const personChangeSchema = z.strictObject({
  name: name.optional(),
  roles: rolesField.optional(),
  departments: departmentIds.optional(),
});
export type PersonChange = z.infer<typeof personChangeSchema>;

const invitedAnswer = z.object({
  person: personSchema,
  /** Where the invited person chooses a password; mailed too. Shown here once. */
  link: z.string(),
});

export const departmentSchema = z
  .object({ id: idSchema, name: z.string(), people: countSchema, waiting: countSchema })
  .meta({ id: 'Department' });
export type Department = z.infer<typeof departmentSchema>;

export const apiKeySchema = z
  .object({
    id: idSchema,
    name: z.string(),
    roles: z.array(roleSchema),
    /** Its first characters, to tell it from others. */
    starts: z.string(),
    createdAt: instantSchema,
    lastUsedAt: instantSchema.nullable(),
  })
  .meta({ id: 'ApiKey' });
export type ApiKey = z.infer<typeof apiKeySchema>;

export const outboxStatusSchema = z.enum(['waiting', 'done', 'failed']);
export const outboxItemSchema = z
  .object({
    id: idSchema,
    kind: z.enum(['mail', 'ticket']),
    status: outboxStatusSchema,
    to: z.string(),
    subject: z.string(),
    /** The first 500 characters. */
    preview: z.string(),
    /** A mail that never left, because this server sends none. */
    shownOnly: z.boolean(),
    /** Begun so far, over all times it was sent again. */
    attempts: countSchema,
    /** Why the last attempt failed, in the reader's language. */
    error: z.string().nullable(),
    /** All was sent at an attempt that failed, and no answer came: the receiver may have it. */
    mayHaveArrived: z.boolean(),
    createdAt: instantSchema,
    /** When it is tried next, not after now while it is being tried; null when it is done or given up. */
    nextAt: instantSchema.nullable(),
    conversation: idSchema.nullable(),
  })
  .meta({ id: 'OutboxItem' });
export type OutboxItem = z.infer<typeof outboxItemSchema>;

const settingFields = {
  organisation: z.string().trim().max(200),
  /** How many conversations an agent may hold and still count as free. */
  chatsPerAgent: z.number().int().min(1).max(100),
};
export const settingsSchema = z
  .object({
    ...settingFields,
    /** Whether mails leave, or are only shown in the outbox. */
    mail: z.boolean(),
    publicUrl: z.string(),
  })
  .meta({ id: 'Settings' });
export type Settings = z.infer<typeof settingsSchema>;
export const settingsChangeSchema = z.strictObject(settingFields).partial();
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

/** A secret's name, as flows write it: `{{secret.shop_key}}`. */
const secretName = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);
const person = z.object({ person: personSchema });
const department = z.object({ department: departmentSchema });
const shared = { tag: 'admin', roles: administrators } as const;
const secretParams = z.strictObject({ name: secretName });
const departmentBody = z.strictObject({ name });

/** The calls of administrators. */
export const adminRoutes = {
  peopleList: {
    ...shared,
    method: 'get',
    path: '/api/admin/people',
    summary: 'Everybody with an account or an invitation',
    answers: { 200: z.object({ people: z.array(personSchema) }) },
  },
  personInvite: {
    ...shared,
    method: 'post',
    path: '/api/admin/people',
    summary: 'Invite a person, by mail and by a link',
    body: inviteBodySchema,
    answers: { 201: invitedAnswer },
  },
  personLink: {
    ...shared,
    method: 'post',
    path: '/api/admin/people/{id}/link',
    summary: 'A new link to choose a password, for one who lost the invitation or the password',
    params: idParams,
    answers: { 201: invitedAnswer },
  },
  personChange: {
    ...shared,
    method: 'patch',
    path: '/api/admin/people/{id}',
    summary: 'Change name, roles or departments',
    params: idParams,
    body: personChangeSchema,
    answers: { 200: person },
  },
  personRemove: {
    ...shared,
    method: 'delete',
    path: '/api/admin/people/{id}',
    summary: 'Remove a person; refused for the last administrator',
    params: idParams,
    answers: { 204: null },
  },
  departmentList: {
    ...shared,
    roles: ['administrator', 'designer', 'agent'],
    method: 'get',
    path: '/api/admin/departments',
    summary: 'The departments',
    answers: { 200: z.object({ departments: z.array(departmentSchema) }) },
  },
  departmentCreate: {
    ...shared,
    method: 'post',
    path: '/api/admin/departments',
    summary: 'Make a department',
    body: departmentBody,
    answers: { 201: department },
  },
  departmentChange: {
    ...shared,
    method: 'patch',
    path: '/api/admin/departments/{id}',
    summary: 'Rename a department',
    params: idParams,
    body: departmentBody,
    answers: { 200: department },
  },
  departmentRemove: {
    ...shared,
    method: 'delete',
    path: '/api/admin/departments/{id}',
    summary: 'Remove a department; refused while somebody waits in it',
    params: idParams,
    answers: { 204: null },
  },
  keyList: {
    ...shared,
    method: 'get',
    path: '/api/admin/keys',
    summary: 'The API keys, without the keys themselves',
    answers: { 200: z.object({ keys: z.array(apiKeySchema) }) },
  },
  keyCreate: {
    ...shared,
    method: 'post',
    path: '/api/admin/keys',
    summary: 'Make an API key; it is shown this once',
    body: z.strictObject({ name, roles: rolesField }),
    answers: { 201: z.object({ key: apiKeySchema, secret: z.string() }) },
  },
  keyRevoke: {
    ...shared,
    method: 'delete',
    path: '/api/admin/keys/{id}',
    summary: 'Revoke an API key',
    params: idParams,
    answers: { 204: null },
  },
  outboxList: {
    ...shared,
    method: 'get',
    path: '/api/admin/outbox',
    summary: 'Outgoing work, newest first',
    query: z.strictObject({
      status: outboxStatusSchema.optional(),
      cursor: z.string().max(500).optional(),
      limit: countInAddress.pipe(z.number().min(1).max(100)).optional(),
    }),
    answers: {
      200: z.object({
        items: z.array(outboxItemSchema),
        cursor: z.string().nullable(),
        /** How many have failed for good, on whatever page. */
        failed: countSchema,
      }),
    },
  },
  outboxRetryAll: {
    ...shared,
    method: 'post',
    path: '/api/admin/outbox/retry',
    summary: 'Try all failed items again',
    answers: { 200: z.object({ count: countSchema }) },
  },
  outboxRetry: {
    ...shared,
    method: 'post',
    path: '/api/admin/outbox/{id}/retry',
    summary: 'Try a failed item again',
    params: idParams,
    answers: { 200: z.object({ item: outboxItemSchema }) },
  },
  settingsRead: {
    ...shared,
    method: 'get',
    path: '/api/admin/settings',
    summary: 'The settings of this server',
    answers: { 200: z.object({ settings: settingsSchema }) },
  },
  settingsChange: {
    ...shared,
    method: 'patch',
    path: '/api/admin/settings',
    summary: 'Change settings of this server',
    body: settingsChangeSchema,
    answers: { 200: z.object({ settings: settingsSchema }) },
  },
  secretList: {
    ...shared,
    method: 'get',
    path: '/api/admin/secrets',
    summary: 'The names of the secrets; their values are never shown',
    answers: {
      200: z.object({ secrets: z.array(z.object({ name: z.string(), changedAt: instantSchema })) }),
    },
  },
  secretPut: {
    ...shared,
    method: 'put',
    path: '/api/admin/secrets/{name}',
    summary: 'Set a secret',
    params: secretParams,
    body: z.strictObject({ value: z.string().min(1).max(10_000) }),
    answers: { 204: null },
  },
  secretRemove: {
    ...shared,
    method: 'delete',
    path: '/api/admin/secrets/{name}',
    summary: 'Remove a secret',
    params: secretParams,
    answers: { 204: null },
  },
} as const satisfies Record<string, Route>;
