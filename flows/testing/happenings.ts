import fc from 'fast-check';
import type { BotFile } from '../../shared/kinds/document.ts';
import type { Conversation } from './conversation.ts';

/** Something that may happen to a conversation, with a name to read in a failing example. */
export interface Happening {
  name: string;
  to: (conversation: Conversation) => void;
}

/** Anything that customers, agents, the clock and other systems may do to a conversation with this bot. */
export function toHappenings(file: BotFile): fc.Arbitrary<Happening> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...toSentences(file)).map(say) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map(say) },
    { weight: 6, arbitrary: fc.nat(1000).map(pressAny) },
    { weight: 2, arbitrary: rating },
    { weight: 5, arbitrary: fc.constantFrom(...byCustomers) },
    { weight: 5, arbitrary: fc.constantFrom(...byAgents, ...ofFile(file)) },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 2 }).map(staff) },
    { weight: 4, arbitrary: fc.constantFrom(1, 30, 180, 900, 4000, 90_000).map(wait) },
    { weight: 3, arbitrary: fc.boolean().map(answer) },
    { weight: 1, arbitrary: fc.constant(lateAnswer) },
  );
}

const rating = fc
  .tuple(fc.integer({ min: -1, max: 11 }), fc.option(fc.constantFrom('fine', 'too slow'), { nil: undefined }))
  .map(
    ([value, comment]): Happening => ({
      name: `rate ${value}`,
      to: (conversation) => conversation.rate(value, comment),
    }),
  );

function say(text: string): Happening {
  return { name: `say ${JSON.stringify(text)}`, to: (conversation) => conversation.say(text) };
}

/** Any button ever shown, old ones too. */
function pressAny(pick: number): Happening {
  return {
    name: `press ${pick}`,
    to: (conversation) => {
      const shown = conversation.rehearsal.transcript.flatMap(({ parts }) =>
        parts.flatMap((part) => (part.type === 'choice' ? part.options : [])),
      );
      const option = shown[pick % Math.max(shown.length, 1)];
      if (option) conversation.press(option.id);
    },
  };
}

const byCustomers: Happening[] = [
  { name: 'thumbs down', to: (conversation) => conversation.thumbs('down') },
  { name: 'thumbs up', to: (conversation) => conversation.thumbs('up') },
  { name: 'send a file', to: (conversation) => conversation.sendFile('cup.jpg') },
  { name: 'cancel', to: (conversation) => conversation.happen({ type: 'cancelled' }) },
];

const byAgents: Happening[] = [
  { name: 'an agent joins', to: (conversation) => conversation.join() },
  { name: 'the agent writes', to: (conversation) => conversation.write('Hello') },
  { name: 'the agent resolves', to: (conversation) => conversation.resolve('solved', null) },
  { name: 'the agent resolves without a survey', to: (conversation) => conversation.resolve(null, false) },
  { name: 'the agent gives it back', to: (conversation) => conversation.giveBack() },
  {
    name: 'the agent is gone',
    to: (conversation) => conversation.happen({ type: 'timer', name: 'agent-offline' }),
  },
];

function ofFile({ flows }: BotFile): Happening[] {
  const nodes = flows.flatMap((flow) => flow.nodes);
  return [
    ...nodes.flatMap((node) =>
      node.type === 'start-survey' ? [startSurvey(node.data.name), resolveInto(node.data.name)] : [],
    ),
    ...nodes.flatMap((node) => (node.type === 'event' ? [sendEvent(node.data.name)] : [])),
    ...flows.map(
      ({ id }): Happening => ({
        name: `the agent sends the flow ${id}`,
        to: (conversation) => conversation.sendFlow(id),
      }),
    ),
  ];
}

function startSurvey(name: string): Happening {
  return {
    name: `start survey ${name}`,
    to: (conversation) => conversation.happen({ type: 'start-survey', name }),
  };
}

function resolveInto(name: string): Happening {
  return { name: `resolve into ${name}`, to: (conversation) => conversation.resolve(null, name) };
}

function sendEvent(name: string): Happening {
  return { name: `event ${name}`, to: (conversation) => conversation.happen({ type: 'named-event', name }) };
}

function staff(online: number): Happening {
  return { name: `${online} agents online`, to: (conversation) => conversation.staff({ online }) };
}

function wait(seconds: number): Happening {
  return { name: `wait ${seconds} s`, to: (conversation) => conversation.wait(seconds * 1000) };
}

function answer(ok: boolean): Happening {
  return {
    name: ok ? 'the outside answers' : 'the outside fails',
    to: (conversation) => {
      if (conversation.rehearsal.outside.length > 0) conversation.answer(ok);
    },
  };
}

/** To a call of which nobody knows any more: what it brought is kept, the flow stays where it is. */
const lateAnswer: Happening = {
  name: 'the outside answers too late',
  to: (conversation) =>
    conversation.happen({ type: 'http-result', id: 'long-gone', ok: true, variables: { late: 'yes' } }),
};

const anybody = [
  'hm',
  'yes',
  'no',
  '12',
  '+31 20 555 01 23',
  'kim@example.com',
  'AB-123456, HH-123456 or AB-12',
  '2026-12-24',
  '{{secret.key}} {{contact.email}}',
  'I want to talk to a person',
  'Ik wil een medewerker spreken',
  'Chcę rozmawiać z konsultantem',
  'Искам да говоря с човек',
  'x'.repeat(3000),
];

/** What this bot's customers say: its own phrases, and what people say everywhere. */
function toSentences({ flows }: BotFile): [string, ...string[]] {
  const phrases = flows
    .flatMap((flow) => flow.nodes)
    .flatMap(({ data }) => ('phrases' in data ? (data.phrases ?? []) : []));
  return ['hello', ...anybody, ...phrases];
}
