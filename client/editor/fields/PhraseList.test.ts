import { expect, test } from 'vitest';
import { addPhrases } from './PhraseList.tsx';

test('each pasted line is a phrase; empty ones and repeats are passed over', () => {
  expect(addPhrases(['where is my order'], ' track it \r\n\nwhere is my order\nparcel')).toEqual([
    'where is my order',
    'track it',
    'parcel',
  ]);
});
