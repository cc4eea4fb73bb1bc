import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toHttpDocs } from './testing/http-docs.ts';

test('docs/http.md tells the contract as it is', async () => {
  await expect(toHttpDocs()).toMatchFileSnapshot(join(import.meta.dirname, '../../docs/http.md'));
});
