import { z } from 'zod';
import { err, ok, type Result } from '../shared/lib/result.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const asSwitch = z
  .enum(['on', 'off'], { error: 'must be on or off' })
  .default('on')
  .transform((value) => value === 'on');
const asWebAddress = z
  .url({ protocol: /^https?$/, error: 'must be a web address like https://chat.example.com' })
  .transform((url) => url.replace(/\/+$/, ''));

const environmentSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: 'must be a number from 1 to 65535' })
    .int({ error: 'must be a whole number' })
    .min(1, { error: 'must be a number from 1 to 65535' })
    .max(65_535, { error: 'must be a number from 1 to 65535' })
    .default(3000),
  BATON_DATA: z.string().default('./data'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must be like postgres://user:password@db.example.com:5432/baton',
    })
    .optional(),
  BATON_PUBLIC_URL: asWebAddress.optional(),
  BATON_SECRET: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  BATON_ADMIN_EMAIL: z.email({ error: 'must be an e-mail address' }).optional(),
  BATON_ADMIN_PASSWORD: z.string().min(8, { error: 'must have at least 8 characters' }).optional(),
  BATON_SAMPLES: asSwitch,
  BATON_RATE_LIMITS: asSwitch,
  BATON_ALLOW_HOSTS: z
    .string()
    .default('')
    .transform((hosts) =>
      hosts
        .split(/[\s,]+/)
        .map((host) => host.toLowerCase())
        .filter((host) => host !== ''),
    ),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be like smtp://user:password@mail.example.com:587' })
    .optional(),
  BATON_METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{16,200}$/, {
      error: 'must have 16 to 200 letters, digits and the signs . ~ + / = _ -, as a bearer token has',
    })
    .optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
});

/** The settings of the server, each from the environment or its default. */
export interface Settings {
  host: string;
  port: number;
  dataFolder: string;
  /** A PostgreSQL database; undefined: the file in the data folder. */
  databaseUrl: string | undefined;
  publicUrl: string | undefined;
  secret: string | undefined;
  admin: { email: string; password: string } | undefined;
  samples: boolean;
  rateLimits: boolean;
  allowHosts: string[];
  smtpUrl: string | undefined;
  /** Who reads `/metrics` from another machine must send it. */
  metricsToken: string | undefined;
  logLevel: (typeof logLevels)[number];
}

/** The variables that are read. */
export const settingNames = Object.keys(environmentSchema.shape);

/** Reads the settings from an environment; every mistake is a sentence that begins with the variable's name. */
export function parseSettings(environment: Record<string, string | undefined>): Result<Settings, string[]> {
  // `PORT= npm start` means that it is not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = environmentSchema.safeParse(given);
  if (!read.success)
    return err(read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`));
  const { BATON_ADMIN_EMAIL: email, BATON_ADMIN_PASSWORD: password, ...rest } = read.data;
  if ((email === undefined) !== (password === undefined)) {
    return err([
      'BATON_ADMIN_EMAIL and BATON_ADMIN_PASSWORD make the first account together: set both or neither.',
    ]);
  }
  return ok({
    host: rest.HOST,
    port: rest.PORT,
    dataFolder: rest.BATON_DATA,
    databaseUrl: rest.DATABASE_URL,
    publicUrl: rest.BATON_PUBLIC_URL,
    secret: rest.BATON_SECRET,
    admin: email !== undefined && password !== undefined ? { email, password } : undefined,
    samples: rest.BATON_SAMPLES,
    rateLimits: rest.BATON_RATE_LIMITS,
    allowHosts: rest.BATON_ALLOW_HOSTS,
    smtpUrl: rest.SMTP_URL,
    metricsToken: rest.BATON_METRICS_TOKEN,
    logLevel: rest.LOG_LEVEL,
  });
}
