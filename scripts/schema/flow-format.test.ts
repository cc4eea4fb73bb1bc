import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { readBot } from '../../shared/checks/read-bot.ts';
import { kinds } from '../../shared/kinds/index.ts';
import type { Kind } from '../../shared/kinds/kind.ts';
import { botSettingsSchema, handoffSettingsSchema } from '../../shared/schema/bot-settings.ts';

const page = readFileSync(new URL('../../docs/flow-format.md', import.meta.url), 'utf8');

function toWords(row: string): string[] {
  return [...row.matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? '');
}

test.each(kinds.map((kind) => [kind.type, kind as Kind] as const))(
  'the page tells every field and way out of %s',
  (type, kind) => {
    const row =
      page.split('\n').find((line) => line.replaceAll(/ +/g, ' ').startsWith(`| \`${type}\` |`)) ?? '';
    const fields = Object.keys((kind.data as z.ZodObject).shape);
    const ports = kind.trigger ? [] : kind.ports({ return: true }).map(({ id }) => id);
    expect(toWords(row)).toEqual(expect.arrayContaining([type, ...fields, ...ports]));
  },
);

test('the page tells every setting of a bot', () => {
  const settings = Object.keys(botSettingsSchema.shape).filter((name) => name !== 'handoff');
  const handoff = Object.keys(handoffSettingsSchema.shape).filter((name) => name !== 'notify');
  const words = toWords(page.replaceAll(/```[\s\S]*?```/g, ''));
  expect(words).toEqual(expect.arrayContaining([...settings, ...handoff.map((name) => `handoff.${name}`)]));
});

test('the example on the page is a sound bot file', () => {
  const example = /```jsonc\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  expect(readBot(JSON.parse(example), 'strict').ok).toBe(true);
});
