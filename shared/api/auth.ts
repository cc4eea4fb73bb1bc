import { z } from 'zod';
import { emailSchema, idSchema } from './fields.ts';
import { type Route, roles } from './route.ts';

export const roleSchema = z.enum(roles);

/** Whoever is signed in, as the screens know them. */
export const sessionPersonSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    email: z.string(),
    avatar: z.string().nullable(),
    /** The language of the screens; null: the browser's. */
    language: z.string().nullable(),
    roles: z.array(roleSchema),
    departments: z.array(idSchema),
  })
  .meta({ id: 'SessionPerson' });
export type SessionPerson = z.infer<typeof sessionPersonSchema>;

export const passwordSchema = z.string().min(8).max(128);
const nameSchema = z.string().trim().min(1).max(200);
const tokenSchema = z.string().min(1).max(200);
/** A picture as a small data address, or an https address. */
const avatarSchema = z
  .string()
  .max(60_000)
  .regex(/^(https:\/\/|data:image\/(png|jpeg|webp|gif);base64,)/);
export const screenLanguageSchema = z.enum(['en', 'nl', 'pl', 'bg']);

export const signInBodySchema = z.strictObject({
  email: emailSchema,
  password: z.string().min(1).max(128),
});
export type SignInBody = z.infer<typeof signInBodySchema>;

export const acceptBodySchema = z.strictObject({
  token: tokenSchema,
  name: nameSchema,
  password: passwordSchema,
});
export type AcceptBody = z.infer<typeof acceptBodySchema>;

export const firstAccountBodySchema = z.strictObject({
  token: tokenSchema,
  name: nameSchema,
  email: emailSchema,
  password: passwordSchema,
});
export type FirstAccountBody = z.infer<typeof firstAccountBodySchema>;

export const profileBodySchema = z.strictObject({
  name: nameSchema.optional(),
  avatar: avatarSchema.nullable().optional(),
  language: screenLanguageSchema.nullable().optional(),
  /** A new password needs the present one beside it. */
  password: z.strictObject({ present: z.string().min(1).max(128), next: passwordSchema }).optional(),
});
export type ProfileBody = z.infer<typeof profileBodySchema>;

const person = { 200: z.object({ person: sessionPersonSchema }) };
const shared = { tag: 'auth', roles: 'public' } as const;

/** Sign-in, invitations and one's own profile. A success of the first three sets the session cookie. */
export const authRoutes = {
  signIn: {
    ...shared,
    method: 'post',
    path: '/api/auth/sign-in/email',
    summary: 'Sign in with e-mail and password; sets the session cookie',
    body: signInBodySchema,
    answers: person,
  },
  acceptInvitation: {
    ...shared,
    method: 'post',
    path: '/api/auth/invitations/accept',
    summary: 'Take up an invitation: choose a name and a password; sets the session cookie',
    body: acceptBodySchema,
    answers: person,
  },
  firstAccount: {
    ...shared,
    method: 'post',
    path: '/api/auth/first-account',
    summary: 'Make the first administrator with the one-time link printed at start',
    body: firstAccountBodySchema,
    answers: person,
  },
  readInvitation: {
    ...shared,
    method: 'post',
    path: '/api/auth/invitations/read',
    summary: 'Whom an invitation is for; 404 when it is used or expired',
    body: z.strictObject({ token: tokenSchema }),
    answers: {
      200: z.object({
        invitation: z.object({ email: z.string(), name: z.string(), roles: z.array(roleSchema) }),
      }),
    },
  },
  signOut: {
    ...shared,
    method: 'post',
    path: '/api/auth/sign-out',
    summary: 'Sign out; removes the session cookie',
    answers: { 204: null },
  },
  session: {
    ...shared,
    method: 'get',
    path: '/api/auth/session',
    summary: 'Who is signed in, if anybody, and whether the first account is still to be made',
    answers: {
      200: z.object({ person: sessionPersonSchema.nullable(), firstAccount: z.boolean() }),
    },
  },
  profile: {
    tag: 'auth',
    roles: 'signed-in',
    method: 'patch',
    path: '/api/auth/me',
    summary: 'Change one’s own name, picture, language or password',
    body: profileBodySchema,
    answers: person,
  },
} as const satisfies Record<string, Route>;
