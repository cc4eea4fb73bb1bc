import { expect, test } from 'vitest';
import { toFragment } from '../document/node-commands.ts';
import { draftFile } from '../testing/draft-file.ts';
import { readFragment, writeFragment } from './fragment-text.ts';

test('copied steps come back as they were', () => {
  const [flow] = draftFile().flows;
  const fragment = flow && toFragment(flow, ['hello', 'menu']);
  expect(fragment && readFragment(writeFragment(fragment))).toEqual(fragment);
});

test.each([
  'just words',
  '{"baton-steps":1',
  '{"baton-steps":1,"nodes":[{"id":"a","type":"no-such-kind","position":{"x":0,"y":0},"data":{}}],"edges":[]}',
  '{"baton-steps":1,"nodes":[],"edges":[]}',
])('something else in the clipboard is no step: %s', (text) => {
  expect(readFragment(text)).toBeNull();
});
