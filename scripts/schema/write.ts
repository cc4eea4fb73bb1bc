import { writeFileSync } from 'node:fs';
import { toBotFileSchema } from './to-bot-file-schema.ts';

const file = new URL('../../docs/baton-1.schema.json', import.meta.url);
writeFileSync(file, toBotFileSchema());
console.log('docs/baton-1.schema.json is written.');
