import { expect, test } from 'vitest';
import { loadBot } from './files.ts';
import { playScript } from './play-script.ts';
import { type Expectation, type ScriptStep, scriptSchema } from './script.ts';

function play(...steps: ScriptStep[]) {
  const [scenario] = scriptSchema.parse({
    scenarios: [{ name: 'a try', agents: [{ online: 1 }], steps }],
  }).scenarios;
  if (!scenario) throw new Error('The script has no scenario.');
  return playScript(loadBot('handover-pl'), scenario, false);
}

const toQueue: ScriptStep[] = [{ say: 'poproszę konsultanta' }, { press: 'accept' }];

const wrong: [name: string, expectation: Expectation][] = [
  ['other words', { texts: ['Do widzenia'] }],
  ['more texts than were said', { texts: ['', ''] }],
  ['other buttons', { buttons: ['Tak'] }],
  ['silence', { silent: true }],
  ['another handler', { handler: 'agent' }],
  ['a value that is not there', { variables: { email: 'a@example.com' } }],
  ['nobody to be told', { notified: [] }],
  ['a notice', { notices: ['bot-back'] }],
  ['a ticket', { ticket: { integration: 'inbox' } }],
  ['a call', { request: { method: 'GET', url: 'https://example.com' } }],
  ['another priority', { priority: 'urgent' }],
  ['a department', { department: 'sales' }],
  ['other words for the agent', { summary: 'Pilne' }],
  ['tags', { tags: ['vip'] }],
  ['a link', { links: ['Kup teraz'] }],
  ['a rating', { rating: 'stars' }],
];

test.each(wrong)('a script that expects %s, wrongly, fails', (_name, expectation) => {
  expect(() => play(...toQueue, { expect: expectation })).toThrow(/^Step 3 of “a try”/);
});

test('a button that nobody offered cannot be pressed', () => {
  expect(() => play({ press: 'Buy' })).toThrow('No message has a button “Buy”.');
});

test('time rings what is due in it, and only that', () => {
  const soon = play(...toQueue, { wait: { minutes: 4 } });
  expect(soon.state.handler).toBe('queue');
  const late = play(...toQueue, { wait: { minutes: 6 } });
  expect(late.state.handler).toBe('bot');
});
