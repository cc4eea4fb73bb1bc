import { expect, test } from 'vitest';
import { readBot, readImport } from './read-bot.ts';
import { change } from './testing/change.ts';
import { toGoodBot } from './testing/good-bot.ts';

test('a good bot is read, with the defaults of what it leaves out', () => {
  const read = readBot(toGoodBot(), 'strict');
  expect(read.ok && read.value.bot.handoff).toMatchObject({
    enabled: true,
    waitMinutes: 5,
    reopenMinutes: 30,
  });
  expect(read.ok && read.value.flows[0]?.nodes[3]?.data).toMatchObject({ skipIfKnown: true, retries: 2 });
});

test.each([
  ['no object', 'hello', 'not-a-bot-file', []],
  ['nothing', null, 'not-a-bot-file', []],
  ['a list', [], 'not-a-bot-file', []],
  ['a file of another program', { name: 'left-pad', version: '1.0.0' }, 'not-a-bot-file', []],
  ['a newer format', { ...toGoodBot(), format: 'baton/2' }, 'newer-format', ['format']],
  ['an unknown format', { ...toGoodBot(), format: 'flow/7' }, 'unknown-format', ['format']],
  ['no flows', { ...toGoodBot(), flows: undefined }, 'missing-value', ['flows']],
  ['an unknown field', { ...toGoodBot(), colour: 'red' }, 'unknown-field', ['colour']],
])('refuses %s', (_name, input, code, path) => {
  const read = readBot(input, 'strict');
  expect(read.ok ? [] : read.error).toMatchObject([{ code, path, severity: 'error' }]);
});

test('a newer format is refused with what to do about it', () => {
  const read = readBot({ ...toGoodBot(), format: 'baton/12' }, 'draft');
  expect(read.ok ? [] : read.error.map(({ message }) => message)).toEqual([
    'A newer Baton wrote this file (baton/12). Update this server, then import the file again.',
  ]);
});

test('a problem names its flow and its step', () => {
  const read = readBot(change(toGoodBot(), ['flows', 1, 'nodes', 2, 'data', 'text'], ''), 'strict');
  expect(read.ok ? [] : read.error).toMatchObject([{ flow: 'handoff', node: 'hand-over' }]);
});

test('a connection from a step that is not there names no step', () => {
  const read = readBot(change(toGoodBot(), ['flows', 0, 'edges', 1, 'source'], 'gone'), 'strict');
  expect(read.ok ? [] : read.error).toEqual([expect.not.objectContaining({ node: 'gone' })]);
});

test('all problems are told at once, in the reader’s language', () => {
  const twice = change(
    change(toGoodBot(), ['flows', 0, 'nodes', 1, 'data', 'text'], ''),
    ['flows', 0, 'edges', 0, 'target'],
    'gone',
  );
  const read = readBot(twice, 'strict', 'nl-BE');
  expect(read.ok ? [] : read.error.map(({ message }) => message)).toEqual([
    'Klanten zouden hier een leeg bericht zien. Schrijf wat de bot zegt.',
    'Klanten zouden vastlopen: een verbinding leidt naar een stap ‘gone’ die er niet is. Verbind haar met een andere stap.',
  ]);
});

test('a draft may lack and dangle', () => {
  const dangling = change(toGoodBot(), ['flows', 0, 'edges', 0, 'target'], 'gone');
  const lacking = change(dangling, ['flows', 0, 'nodes', 3, 'data'], {});
  const read = readBot({ ...lacking, draft: true }, 'draft');
  expect(read.ok && read.value.flows[0]?.nodes[3]?.data).toMatchObject({ retries: 2 });
});

test.each([
  ['a number for a text', ['flows', 0, 'nodes', 1, 'data', 'text'], 5, 'wrong-type'],
  ['an unknown kind of step', ['flows', 0, 'nodes', 1, 'type'], 'massage', 'unknown-node-type'],
  ['an unknown field', ['flows', 0, 'nodes', 1, 'data', 'txt'], 'Hi', 'unknown-field'],
])('a draft with %s is refused', (_name, path, value, code) => {
  const read = readBot(change(toGoodBot(), path, value), 'draft');
  expect(read.ok ? [] : read.error).toMatchObject([{ code, path }]);
});

test('a file that says it is a draft is imported as one, any other strictly', () => {
  const lacking = change(toGoodBot(), ['flows', 0, 'nodes', 1, 'data', 'text'], '');
  expect(readImport({ ...lacking, draft: true }).ok).toBe(true);
  expect(readImport(lacking).ok).toBe(false);
});

test('a file of format 0, which lists no languages, takes those of its texts', () => {
  const { bot, ...rest } = toGoodBot();
  const { languages: _, ...older } = bot;
  const read = readBot({ ...rest, format: 'baton/0', bot: older }, 'strict');
  expect(read.ok && { format: read.value.format, languages: read.value.bot.languages }).toEqual({
    format: 'baton/1',
    languages: ['en', 'nl'],
  });
});

test('reading leaves its input alone', () => {
  const input = toGoodBot();
  readBot(input, 'strict');
  expect(input).toEqual(toGoodBot());
});

test('keys that JavaScript treats specially are fields like any other', () => {
  const hostile: unknown = JSON.parse(
    '{"format":"baton/1","bot":{"name":"B","languages":["en"],"__proto__":{}},"flows":[]}',
  );
  const read = readBot(hostile, 'strict');
  expect(read.ok ? [] : read.error).toMatchObject([{ code: 'unknown-field', path: ['bot', '__proto__'] }]);
});

test.each([
  ['an older file', { format: 'baton/0', bot: { name: 'B' }, flows: toNested(100_000) }],
  ['a priority', change(toGoodBot(), ['flows', 1, 'nodes', 2, 'data', 'priority'], toNested(100_000))],
  ['a text', change(toGoodBot(), ['flows', 1, 'nodes', 2, 'data', 'text'], toNested(100_000))],
  ['assets', change(toGoodBot(), ['bot', 'assets'], { deep: toNested(100_000) })],
])('%s of hostile depth is refused like any other', (_name, input) => {
  expect(readBot(input, 'strict').ok).toBe(false);
  expect(readBot(input, 'draft').ok).toBe(false);
});

test('a file with mistakes without end is refused with the first 500', () => {
  const fields = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`field-${index}`, 1]));
  const read = readBot({ ...toGoodBot(), ...fields }, 'strict');
  expect(read.ok ? 0 : read.error.length).toBe(500);
});

function toNested(depth: number): unknown {
  let nested: unknown = 'x';
  for (let level = 0; level < depth; level += 1) nested = [nested];
  return nested;
}
