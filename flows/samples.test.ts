import { describe, expect, test } from 'vitest';
import { checkBot } from '../shared/checks/check-bot.ts';
import { type DraftNode, kindOf } from '../shared/kinds/document.ts';
import { listBots, loadBot } from './testing/files.ts';

/** What these bots do on purpose; nothing else may be warned of. */
const deliberate: Record<string, string[]> = {
  // The proactive way asks nobody.
  'fallback-proactive-nl': ['no-consent'],
  // Whoever writes from a messenger may wait for the next day.
  'handoff-procedure-en': ['closed-unconnected', 'unavailable-unconnected'],
  // Neither an emergency nor a failure is a moment for questions.
  'leads-and-urgent-en': ['no-consent'],
};

const samples = listBots().filter((name) => !name.includes('/'));

test('the samples are those that the server loads at its first start', () => {
  expect(samples).toEqual([
    'fallback-nl',
    'fallback-proactive-nl',
    'handoff-procedure-en',
    'handover-pl',
    'leads-and-urgent-en',
    'livechat-bg',
  ]);
});

describe.each(samples)('%s', (name) => {
  const file = loadBot(name);

  test('is reached under its file’s name, in its language', () => {
    expect(file.bot.slug).toBe(name);
    expect(file.bot.languages).toEqual([name.slice(-2)]);
  });

  test('has no problem that is not meant so', () => {
    expect([...new Set(checkBot(file).map(({ code }) => code))]).toEqual(deliberate[name] ?? []);
  });

  test('shows every step of a flow beside the others, in columns', () => {
    for (const { nodes } of file.flows) {
      expect(nodes.filter(({ position }) => position.x % 340 !== 0)).toEqual([]);
      expect(
        nodes.flatMap((node, index) => nodes.slice(index + 1).filter((other) => overlap(node, other))),
      ).toEqual([]);
    }
  });
});

function overlap(a: DraftNode, b: DraftNode): boolean {
  const [above, below] = a.position.y <= b.position.y ? [a, b] : [b, a];
  return a.position.x === b.position.x && above.position.y + toHeight(above) > below.position.y;
}

function toHeight(node: DraftNode): number {
  return 60 + 28 * (kindOf(node.type)?.ports(node.data).length ?? 0);
}
