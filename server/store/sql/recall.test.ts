import { expect, it } from 'vitest';
import { createRecall } from './recall.ts';

it('keeps the newest version that was seen, in whatever order they come', () => {
  const recall = createRecall<{ version: number }>({ budget: 1_000_000, maxAgeMs: 0 });
  recall.keep('a', { version: 2 }, 10);
  recall.keep('a', { version: 1 }, 10);
  expect(recall.get('a')).toEqual({ version: 2 });
  recall.keep('a', { version: 3 }, 10);
  expect(recall.get('a')).toEqual({ version: 3 });
  recall.forget('a');
  recall.keep('a', { version: 1 }, 10);
  expect(recall.get('a')).toEqual({ version: 1 });
});
