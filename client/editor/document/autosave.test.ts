import { applyPatches, type Patch } from 'immer';
import { expect, test } from 'vitest';
import type { DraftChange } from '../../../shared/api/bots.ts';
import type { DraftFile } from '../../../shared/kinds/document.ts';
import { draftFile } from '../testing/draft-file.ts';
import { createAutosave, type SaveAnswer } from './autosave.ts';
import { createDocumentStore, hasUnsaved, perform, undo } from './document-store.ts';
import { renameFlow } from './flow-commands.ts';
import { editData } from './node-commands.ts';

/** A server that holds a draft, a clock that only moves when told, and a document that is saved to it. */
function open() {
  const server = { file: draftFile(), revision: 1, calls: 0, answers: [] as (SaveAnswer | 'later')[] };
  let release = () => {};
  let timer: { ms: number; callback: () => void } | null = null;
  const document = createDocumentStore(draftFile(), 1);
  const save = async (base: number, changes: DraftChange[]): Promise<SaveAnswer> => {
    server.calls += 1;
    const planned = server.answers.shift();
    if (planned === 'later') {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    } else if (planned) return planned;
    if (base !== server.revision) return { type: 'conflict', revision: server.revision, file: server.file };
    server.file = applyPatches(server.file, changes as Patch[]);
    server.revision += 1;
    return { type: 'saved', revision: server.revision };
  };
  const after = (ms: number, callback: () => void) => {
    const mine = { ms, callback };
    timer = mine;
    return () => {
      if (timer === mine) timer = null;
    };
  };
  const autosave = createAutosave({ document, save, after, random: () => 1 });
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return {
    server,
    document,
    autosave,
    settle,
    release: () => release(),
    wait: () => timer?.ms ?? null,
    pass: async () => {
      timer?.callback();
      await settle();
    },
    rename: (name: string) => perform(document, renameFlow('main', name)),
    say: (text: string) =>
      perform(
        document,
        editData('main', 'hello', (data) => {
          data.text = text;
        }),
      ),
    nameOf: (file: DraftFile) => file.flows[0]?.name,
    textOf: (file: DraftFile) => file.flows[0]?.nodes[1]?.data.text,
  };
}

test('changes are saved together after a pause', async () => {
  const bot = open();
  bot.rename('A');
  bot.say('B');
  expect(bot.autosave.state.getState().type).toBe('unsaved');
  await bot.pass();
  expect(bot.server).toMatchObject({ calls: 1, revision: 2 });
  expect(bot.server.file).toEqual(bot.document.getState().file);
  expect(bot.autosave.state.getState().type).toBe('saved');
});

test('one call at a time: what changes meanwhile is saved afterwards', async () => {
  const bot = open();
  bot.server.answers = ['later'];
  bot.rename('A');
  await bot.pass();
  bot.rename('B');
  expect(bot.server.calls).toBe(1);
  bot.release();
  await bot.settle();
  expect(bot.autosave.state.getState().type).toBe('unsaved');
  await bot.pass();
  expect(bot.server.calls).toBe(2);
  expect(bot.nameOf(bot.server.file)).toBe('B');
});

test('an unreachable server is tried again with growing waits, and nothing is lost', async () => {
  const bot = open();
  const failed: SaveAnswer = { type: 'failed', sentence: 'No connection.' };
  bot.server.answers = [failed, failed, failed];
  bot.rename('A');
  await bot.pass();
  expect(bot.autosave.state.getState()).toEqual({ type: 'retrying', sentence: 'No connection.' });
  const waits = [bot.wait()];
  bot.say('meanwhile');
  await bot.pass();
  waits.push(bot.wait());
  await bot.pass();
  waits.push(bot.wait());
  expect(waits).toEqual([1000, 2000, 4000]);
  expect(hasUnsaved(bot.document.getState())).toBe(true);
  await bot.pass();
  expect(bot.server.file).toEqual(bot.document.getState().file);
  expect(bot.autosave.state.getState().type).toBe('saved');
});

test('a refusal is shown and not repeated, until something changes', async () => {
  const bot = open();
  bot.server.answers = [{ type: 'refused', sentence: 'Sign in again.' }];
  bot.rename('A');
  await bot.pass();
  expect(bot.autosave.state.getState()).toEqual({ type: 'refused', sentence: 'Sign in again.' });
  expect(hasUnsaved(bot.document.getState())).toBe(true);
  bot.say('B');
  await bot.pass();
  expect(bot.server.file).toEqual(bot.document.getState().file);
});

test('what somebody else saved elsewhere in the bot is taken in, and mine is saved on top', async () => {
  const bot = open();
  bot.server.file = applyPatches(bot.server.file, [
    { op: 'replace', path: ['flows', 0, 'name'], value: 'Theirs' },
  ]);
  bot.server.revision = 2;
  bot.say('Mine');
  await bot.pass();
  await bot.pass();
  expect([bot.nameOf(bot.server.file), bot.textOf(bot.server.file)]).toEqual(['Theirs', 'Mine']);
  expect(bot.document.getState().file).toEqual(bot.server.file);
  expect(bot.autosave.state.getState().type).toBe('saved');
});

test.each(['mine', 'theirs'] as const)(
  'a conflict settled for %s loses nothing: undo shows the other',
  async (winner) => {
    const bot = open();
    bot.server.file = applyPatches(bot.server.file, [
      { op: 'replace', path: ['flows', 0, 'name'], value: 'theirs' },
    ]);
    bot.server.revision = 2;
    bot.rename('mine');
    bot.say('Also mine');
    await bot.pass();
    expect(bot.autosave.state.getState()).toMatchObject({
      type: 'conflict',
      conflicts: [{ what: 'flow', id: 'main' }],
    });
    expect(bot.nameOf(bot.document.getState().file)).toBe('mine');
    bot.autosave.settle(winner);
    await bot.settle();
    expect([bot.nameOf(bot.server.file), bot.textOf(bot.server.file)]).toEqual([winner, 'Also mine']);
    undo(bot.document);
    await bot.pass();
    const other = winner === 'mine' ? 'theirs' : 'mine';
    expect([bot.nameOf(bot.server.file), bot.textOf(bot.server.file)]).toEqual([other, 'Also mine']);
  },
);

test('after stopping nothing more is sent', async () => {
  const bot = open();
  bot.autosave.stop();
  bot.rename('A');
  await bot.autosave.flush();
  expect(bot.server.calls).toBe(0);
});
