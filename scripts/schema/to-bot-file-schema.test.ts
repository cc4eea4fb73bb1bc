import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kinds } from '../../shared/kinds/index.ts';
import { toBotFileSchema } from './to-bot-file-schema.ts';

test('the published JSON Schema is what the program reads with; npm run schema writes it', () => {
  const published = readFileSync(new URL('../../docs/baton-1.schema.json', import.meta.url), 'utf8');
  expect(published).toBe(toBotFileSchema());
});

test.each(kinds.map(({ type }) => type))('the published JSON Schema has the step %s', (type) => {
  expect(toBotFileSchema()).toContain(`"const": "${type}"`);
});
