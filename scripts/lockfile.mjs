import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { top } from './steps/command.mjs';
import { completePackages } from './steps/lockfile.mjs';

const path = join(top, 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));
lock.packages = completePackages(lock.packages);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
