import { expect, test } from 'vitest';
import type { DraftFile } from '../kinds/document.ts';
import type { Path } from '../schema/references.ts';
import { checkBot } from './check-bot.ts';
import { readBot } from './read-bot.ts';
import { change } from './testing/change.ts';
import { toGoodBot } from './testing/good-bot.ts';

function toDraft(input: unknown): DraftFile {
  const read = readBot(input, 'draft');
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

test('a good bot has no problems', () => {
  expect(checkBot(toDraft(toGoodBot()))).toEqual([]);
});

const handOver: Path = ['flows', 1, 'nodes', 2];
const fewPhrases = { phrases: ['where is my order', 'order status'] };

const warned: [name: string, at: Path, value: unknown, code: string, path: Path][] = [
  [
    'nothing that begins by itself',
    ['flows', 0, 'nodes', 0],
    { id: 'start', type: 'event', position: { x: 0, y: 0 }, data: { name: 'go' } },
    'no-start',
    ['flows'],
  ],
  [
    'nothing for what was not understood',
    ['flows', 0, 'nodes', 5],
    { id: 'missed', type: 'bot-error', position: { x: 0, y: 0 }, data: {} },
    'no-unknown',
    ['flows'],
  ],
  ['no way to a person', ['flows', 1, 'edges', 2, 'target'], 'later', 'no-way-to-person', ['flows']],
  [
    'nobody who listens for requests for a person',
    ['flows', 0, 'nodes', 4, 'data'],
    { phrases: ['help me'], match: 'exact' },
    'person-not-heard',
    ['flows'],
  ],
  [
    'a handoff without consent',
    [...handOver, 'data', 'consent'],
    undefined,
    'no-consent',
    [...handOver, 'data', 'consent'],
  ],
  [
    'nobody to notify',
    ['bot', 'handoff', 'notify', 'emails'],
    [],
    'nobody-notified',
    ['bot', 'handoff', 'notify', 'emails'],
  ],
  [
    'a missing translation',
    ['flows', 0, 'nodes', 1, 'data', 'text', 'nl'],
    undefined,
    'missing-translation',
    ['flows', 0, 'nodes', 1, 'data', 'text'],
  ],
  [
    'one text for two languages',
    ['flows', 0, 'nodes', 1, 'data', 'text'],
    'Hello!',
    'missing-translation',
    ['flows', 0, 'nodes', 1, 'data', 'text'],
  ],
  ['a button without a reply', ['flows', 0, 'edges'], [], 'no-reply', ['flows', 0, 'nodes', 4]],
  [
    'nothing for closed hours',
    ['flows', 1, 'edges', 3, 'sourceHandle'],
    'resolved',
    'closed-unconnected',
    handOver,
  ],
  [
    'nothing for when nobody is there',
    ['flows', 1, 'edges', 4, 'sourceHandle'],
    'timed-out',
    'unavailable-unconnected',
    handOver,
  ],
  [
    'a step that nobody gets to',
    ['flows', 0, 'edges', 0, 'target'],
    'menu',
    'unreachable-step',
    ['flows', 0, 'nodes', 1],
  ],
  [
    'too few phrases',
    ['flows', 0, 'nodes', 4, 'data'],
    fewPhrases,
    'few-phrases',
    ['flows', 0, 'nodes', 4, 'data', 'phrases'],
  ],
  [
    'a beginning of nothing',
    ['flows', 0, 'edges', 0, 'source'],
    'gone',
    'unconnected-start',
    ['flows', 0, 'nodes', 0],
  ],
];

test.each(warned)('warns of %s', (_name, at, value, code, path) => {
  const problems = checkBot(toDraft(change(toGoodBot(), at, value)));
  expect(problems).toContainEqual(expect.objectContaining({ code, severity: 'warning', path }));
});

test('a choice whose button leads nowhere is told by the words on the button', () => {
  const file = toDraft(change(toGoodBot(), ['flows', 0, 'edges', 2, 'source'], 'gone'));
  expect(checkBot(file, 'nl').map(({ message }) => message)).toContain(
    'Klanten die hier ‘Mijn bestelling’ kiezen, krijgen geen antwoord. Verbind ‘Mijn bestelling’ met een volgende stap.',
  );
});

test('a phrase that begins two flows is told where it comes the second time', () => {
  const phrases = [
    'opening hours',
    'are you open',
    'when are you open',
    'what time do you close',
    'closing time',
  ];
  const first = change(toGoodBot(), ['flows', 0, 'nodes', 4, 'data'], { phrases, include: ['person'] });
  const both = change(first, ['flows', 0, 'nodes', 5], {
    id: 'again',
    type: 'text-request',
    position: { x: 0, y: 0 },
    data: { phrases: ['Opening hours?', 'shop', 'address', 'route', 'parking'] },
  });
  expect(checkBot(toDraft(both))).toContainEqual(
    expect.objectContaining({ code: 'phrase-twice', path: ['flows', 0, 'nodes', 5, 'data', 'phrases', 0] }),
  );
});

test('what publishing refuses is told of a draft too, before the warnings', () => {
  const problems = checkBot(toDraft(change(toGoodBot(), ['flows', 0, 'nodes', 3, 'data'], {})));
  expect(problems.map(({ severity, path }) => [severity, path.at(-1)])).toEqual([
    ['error', 'variable'],
    ['error', 'prompt'],
    ['error', 'answer'],
  ]);
});

test('a bot of 1,000 steps is checked within 300 ms', () => {
  const file = toDraft(toLargeBot(1000));
  // The best of three: what is measured is the check, not what else the machine does.
  const tries = [1, 2, 3].map(() => {
    const begun = performance.now();
    expect(checkBot(file).filter(({ severity }) => severity === 'error')).toEqual([]);
    return performance.now() - begun;
  });
  expect(Math.min(...tries)).toBeLessThan(300);
});

function toLargeBot(size: number): unknown {
  const [main, handoff] = toGoodBot().flows;
  const steps = Array.from({ length: size }, (_, index) => ({
    id: `step-${index}`,
    type: 'choice',
    position: { x: index * 340, y: 0 },
    data: {
      text: { en: `Question {{order_number}} ${index}`, nl: `Vraag {{order_number}} ${index}` },
      options: [{ id: 'on', label: { en: 'Go on', nl: 'Verder' } }],
    },
  }));
  const edges = steps.map(({ id }, index) => ({
    id: `long-${index}`,
    source: id,
    sourceHandle: 'on',
    target: index + 1 < size ? `step-${index + 1}` : 'run',
  }));
  const hello = { id: 'long-0-in', source: 'hello', sourceHandle: 'next', target: 'step-0' };
  const kept = (main?.edges ?? []).filter(({ id }) => id !== 'e2');
  const large = { ...main, nodes: [...(main?.nodes ?? []), ...steps], edges: [...kept, hello, ...edges] };
  return { ...toGoodBot(), flows: [large, handoff] };
}

test('one text for all languages counts as words of the first', () => {
  const plain = change(toGoodBot(), ['flows', 0, 'nodes', 1, 'data', 'text'], 'Hello!');
  expect(checkBot(toDraft(plain)).map(({ message }) => message)).toEqual([
    'Customers who read Dutch would see this in another language. Translate it.',
  ]);
});
