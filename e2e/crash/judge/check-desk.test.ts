import { expect, test } from 'vitest';
import { checkSilence } from './check-desk.ts';

const said = (list: [from: string, parts: string][]) => ({
  messages: list.map(([from, parts], index) => ({
    id: `m${index}`,
    conversation: 'c',
    number: index + 1,
    at: index,
    from,
    parts,
    source: '',
  })),
});
const notice = (code: string): [string, string] => ['system', JSON.stringify([{ type: 'notice', code }])];

test('the bot may speak before a person comes and after the chat is given back', () => {
  const { findings } = checkSilence(
    said([['bot', ''], notice('agent-joined'), ['agent', ''], notice('bot-back'), ['bot', '']]),
  );
  expect(findings).toEqual([]);
});

test('a message of the bot while a person answers is found', () => {
  const { findings } = checkSilence(said([notice('agent-joined'), ['customer', ''], ['bot', '']]));
  expect(findings).toEqual(['c: message 3']);
});
