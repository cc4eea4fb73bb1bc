import { z } from 'zod';
import { channelSchema } from '../../shared/schema/fields.ts';
import { handlers } from '../../shared/schema/message.ts';
import { valueSchema } from '../../shared/schema/value.ts';
import { ratingScales } from '../../shared/text/rating-scale.ts';

const localTimeSchema = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);

/** Agents online, of a department or of the whole bot; free as many as online when left out. */
const agentsSchema = z.strictObject({
  online: z.number().int().min(0),
  free: z.number().int().min(0).optional(),
  department: z.string().optional(),
});

/** What must have come of the last step before it. What is left out may be anything. */
export const expectationSchema = z.strictObject({
  /** As many texts of the bot as listed, each holding its words; `""` stands for any. */
  texts: z.array(z.string()).optional(),
  /** The labels of the buttons of the newest message that has any, in order. */
  buttons: z.array(z.string()).optional(),
  links: z.array(z.string()).optional(),
  rating: z.enum(ratingScales).optional(),
  image: z.boolean().optional(),
  /** Codes of notices, in order. */
  notices: z.array(z.string()).optional(),
  /** Nobody said anything, nor did a notice appear. */
  silent: z.literal(true).optional(),
  handler: z.enum(handlers).optional(),
  variables: z.record(z.string(), valueSchema.nullable()).optional(),
  contact: z.record(z.string(), valueSchema.nullable()).optional(),
  tags: z.array(z.string()).optional(),
  /** Who is mailed that somebody waits. */
  notified: z.array(z.string()).optional(),
  department: z.string().nullable().optional(),
  priority: z.enum(['normal', 'high', 'urgent']).optional(),
  /** Words in what the agent is told of the case. */
  summary: z.string().optional(),
  folder: z.literal('follow-up').optional(),
  ticket: z
    .strictObject({ integration: z.string(), subject: z.string().optional(), body: z.string().optional() })
    .optional(),
  request: z.strictObject({ method: z.string(), url: z.string() }).optional(),
});

const stepSchema = z.union([
  z.strictObject({ say: z.string().min(1) }),
  /** A button by its words or its id, of the newest message that has it. */
  z.strictObject({ press: z.string().min(1) }),
  z.strictObject({ rate: z.number(), comment: z.string().optional() }),
  z.strictObject({ thumbs: z.enum(['up', 'down']) }),
  z.strictObject({ file: z.string().min(1) }),
  z.strictObject({ cancel: z.literal(true) }),
  /** Time goes by; whatever is due in it happens. */
  z.strictObject({
    wait: z.strictObject({
      seconds: z.number().optional(),
      minutes: z.number().optional(),
      hours: z.number().optional(),
    }),
  }),
  /** Time goes by until the clock on the bot's wall shows this. */
  z.strictObject({ time: localTimeSchema }),
  z.strictObject({ agents: agentsSchema }),
  z.strictObject({ agent: z.literal('joins'), name: z.string().optional() }),
  z.strictObject({ agent: z.literal('writes'), text: z.string() }),
  z.strictObject({
    agent: z.literal('resolves'),
    outcome: z.string().optional(),
    survey: z.union([z.string(), z.literal(false)]).optional(),
  }),
  z.strictObject({ agent: z.literal('returns') }),
  z.strictObject({ agent: z.literal('starts-survey'), survey: z.string() }),
  z.strictObject({ agent: z.literal('sends-flow'), flow: z.string() }),
  z.strictObject({ event: z.string() }),
  /** What the other system answered to the call that waits. */
  z.strictObject({
    answer: z.strictObject({ ok: z.boolean(), variables: z.record(z.string(), valueSchema).optional() }),
  }),
  z.strictObject({ expect: expectationSchema }),
]);

const scenarioSchema = z.strictObject({
  name: z.string().min(1),
  language: z.string().optional(),
  channel: channelSchema.default('web'),
  /** The local time at which the conversation begins; a Monday morning when left out. */
  time: localTimeSchema.default('2026-11-23T10:00'),
  agents: z.array(agentsSchema).default([]),
  contact: z.record(z.string(), valueSchema).default({}),
  steps: z.array(stepSchema).min(1),
});

/** What is said to a bot and what must come back; the file beside `<name>.bot.json` is `<name>.script.json`. */
export const scriptSchema = z.strictObject({ scenarios: z.array(scenarioSchema).min(1) });

export type Script = z.output<typeof scriptSchema>;
export type Scenario = Script['scenarios'][number];
export type ScriptStep = Scenario['steps'][number];
export type Expectation = z.output<typeof expectationSchema>;
