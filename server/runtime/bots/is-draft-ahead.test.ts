import { expect, it } from 'vitest';
import type { BotFile } from '../../../shared/kinds/document.ts';
import { botFileSchema } from '../../../shared/kinds/document.ts';
import { currentFormat } from '../../../shared/schema/flow.ts';
import { isDraftAhead } from './is-draft-ahead.ts';

const release = botFileSchema.parse({
  format: currentFormat,
  bot: { name: 'Shop', languages: ['en'] },
  flows: [
    {
      id: 'main',
      name: 'Main',
      nodes: [{ id: 'start', type: 'conversation-start', position: { x: 0, y: 0 }, data: {} }],
      edges: [],
    },
  ],
}) as BotFile;

it('is not ahead after a change of settings that apply at once', () => {
  const { bot } = release;
  const draft = {
    ...release,
    bot: {
      ...bot,
      name: 'Our shop',
      persona: { name: 'Robin' },
      hours: { timezone: 'Europe/Amsterdam', week: { mon: [['09:00', '17:00']] } },
      departments: [{ id: 'sales', name: 'Sales' }],
      handoff: { ...bot.handoff, waitMinutes: 2 },
    },
  };
  expect(isDraftAhead(draft, release)).toBe(false);
});

it('is not ahead where the draft only leaves out what is the default', () => {
  const draft = { ...release, bot: { name: 'Shop', languages: ['en'] } };
  expect(isDraftAhead(draft, release)).toBe(false);
});

it.each([
  ['a language', { bot: { ...release.bot, languages: ['en', 'nl'] } }],
  [
    'how boldly messages are understood',
    { bot: { ...release.bot, understanding: { ...release.bot.understanding, clarify: false } } },
  ],
  ['a variable', { bot: { ...release.bot, variables: [{ name: 'order' }] } }],
  ['a flow', { flows: release.flows.map((flow) => ({ ...flow, name: 'Welcome' })) }],
])('is ahead after a change of %s', (_, change) => {
  expect(isDraftAhead({ ...release, ...change }, release)).toBe(true);
});

it('is ahead while the draft cannot be published', () => {
  expect(isDraftAhead({ ...release, flows: 'none' }, release)).toBe(true);
});
