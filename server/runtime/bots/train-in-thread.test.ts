import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBot } from '../../../shared/checks/read-bot.ts';
import type { BotFile } from '../../../shared/kinds/document.ts';
import { toModel } from './to-model.ts';
import { trainInThread } from './train-in-thread.ts';

const sample = join(import.meta.dirname, '../../../flows/handover-pl.bot.json');

test('a thread makes the same model, in the shape in which it is stored', async () => {
  const read = readBot(JSON.parse(readFileSync(sample, 'utf8')), 'strict');
  if (!read.ok) throw new Error('The sample has mistakes.');
  const model = await trainInThread(read.value);
  expect(model.triggers.length).toBeGreaterThan(0);
  expect(JSON.parse(JSON.stringify(model))).toEqual(toModel(read.value));
});

test('what fails in the thread is told to whoever waits', async () => {
  await expect(trainInThread({} as BotFile)).rejects.toThrow();
});
