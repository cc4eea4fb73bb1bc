import type { BotFile } from '../../shared/kinds/document.ts';
import type { Effect } from '../../shared/schema/effect.ts';
import type { Part } from '../../shared/schema/message.ts';
import type { Conversation } from './conversation.ts';
import type { Expectation } from './script.ts';

type Check<Key extends keyof Expectation> = (
  wanted: NonNullable<Expectation[Key]>,
  conversation: Conversation,
  file: BotFile,
) => void;

const checks: { [Key in keyof Required<Expectation>]: Check<Key> } = {
  texts: (wanted, { effects }) => {
    const texts = toBotParts(effects).flatMap((part) => (part.type === 'text' ? [part.text] : []));
    const fits =
      texts.length === wanted.length && wanted.every((words, index) => texts[index]?.includes(words));
    if (!fits) fail('the bot says', texts);
  },
  buttons: (wanted, { rehearsal }) => {
    const newest = rehearsal.transcript.findLast(({ parts }) => parts.some(({ type }) => type === 'choice'));
    const labels = (newest?.parts ?? []).flatMap((part) => (part.type === 'choice' ? part.options : []));
    same(
      'the buttons are',
      labels.map(({ label }) => label),
      wanted,
    );
  },
  links: (wanted, { effects }) => {
    same(
      'the links are',
      toBotParts(effects).flatMap((part) => (part.type === 'link' ? [part.label] : [])),
      wanted,
    );
  },
  rating: (wanted, { effects }) => {
    same('the rating is', toBotParts(effects).findLast((part) => part.type === 'rating')?.scale, wanted);
  },
  image: (wanted, { effects }) => {
    same(
      'there is an image',
      toBotParts(effects).some(({ type }) => type === 'image'),
      wanted,
    );
  },
  notices: (wanted, { effects }) => same('the notices are', toNotices(effects), wanted),
  silent: (_wanted, { effects }) => {
    const said = effects.flatMap((effect) => (effect.type === 'say' ? effect.parts : []));
    if (said.length > 0) fail('something is said', said);
  },
  handler: (wanted, { state }) => same('the handler is', state.handler, wanted),
  variables: (wanted, { state }) => hold('the variables are', state.variables, wanted),
  contact: (wanted, { rehearsal }) => hold('the contact is', rehearsal.contact, wanted),
  tags: (wanted, { state }) => same('the tags are', state.tags, wanted),
  notified: (wanted, { effects }, { bot }) => {
    const told = effects.some(({ type }) => type === 'notify');
    same('mails go to', told ? bot.handoff.notify.emails : [], wanted);
  },
  department: (wanted, { state }) => same('the department is', state.handoff?.department, wanted),
  priority: (wanted, { state }) => same('the priority is', state.handoff?.priority, wanted),
  summary: (wanted, { state }) => {
    if (!state.handoff?.summary.includes(wanted)) fail('the summary is', state.handoff?.summary);
  },
  folder: (wanted, { effects }) => {
    same(
      'the folder is',
      effects.flatMap((effect) => (effect.type === 'handler' ? [effect.folder] : [])).at(-1),
      wanted,
    );
  },
  ticket: (wanted, { effects }) => {
    hold('the ticket is', { ...effects.find((effect) => effect.type === 'ticket')?.request }, wanted);
  },
  request: ({ method, url }, { effects }) => {
    const request = effects.find((effect) => effect.type === 'http')?.request;
    const sealed = request?.url
      .map((part) => (typeof part === 'string' ? part : `{${part.secret}}`))
      .join('');
    same('the call is', { method: request?.method, url: sealed }, { method, url });
  },
};

/** Throws, saying what was found instead, unless all that is expected of the last step holds. */
export function checkExpectation(conversation: Conversation, file: BotFile, expected: Expectation): void {
  for (const [key, wanted] of Object.entries(expected)) {
    if (wanted === undefined) continue;
    if (key === 'department' && wanted === null)
      same('the department is', conversation.state.handoff?.department, null);
    else (checks[key as keyof Expectation] as Check<keyof Expectation>)(wanted as never, conversation, file);
  }
}

function toBotParts(effects: Effect[]): Part[] {
  return effects.flatMap((effect) => (effect.type === 'say' && effect.from === 'bot' ? effect.parts : []));
}

function toNotices(effects: Effect[]): string[] {
  const parts = effects.flatMap((effect) => (effect.type === 'say' ? effect.parts : []));
  return parts.flatMap((part) => (part.type === 'notice' ? [part.code] : []));
}

function same(what: string, found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) fail(what, found);
}

/** The wanted values are among the found ones; null wants that there is none. */
function hold(what: string, found: Record<string, unknown>, wanted: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(wanted)) {
    const there = found[name] ?? null;
    const fits =
      typeof value === 'string' && typeof there === 'string'
        ? there.includes(value)
        : JSON.stringify(there) === JSON.stringify(value);
    if (!fits) fail(what, found);
  }
}

function fail(what: string, found: unknown): never {
  throw new Error(`${what} ${JSON.stringify(found)}`);
}
