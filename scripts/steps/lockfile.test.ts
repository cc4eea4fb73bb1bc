import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { top } from './command.mjs';
import { completePackages, findMissing } from './lockfile.mjs';

describe('package-lock.json', () => {
  const text = readFileSync(join(top, 'package-lock.json'), 'utf8');

  it('names the binaries of every system, or npm ci refuses it (npm run lockfile adds them)', () => {
    expect(findMissing(JSON.parse(text).packages)).toEqual([]);
  });

  it('names no registry (npm run lockfile removes them)', () => {
    expect(text).not.toContain('"resolved"');
  });
});

describe('completing a lock file', () => {
  const packages = {
    '': {},
    'node_modules/tool': {
      version: '2.0.0',
      dev: true,
      resolved: 'https://registry.example.com/tool-2.0.0.tgz',
      optionalDependencies: { '@tool/linux-arm64-musl': '2.0.0' },
    },
  };

  it('adds the binary of another system with the system it is for', () => {
    expect(completePackages(packages)['node_modules/@tool/linux-arm64-musl']).toEqual({
      version: '2.0.0',
      cpu: ['arm64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    });
  });

  it('adds one that is asked for by a range, in the version of who asks, and knows windows by its name', () => {
    const optionalDependencies = { '@tool/windows-x64': '^2.0.0-beta.1' };
    const whole = completePackages({
      'node_modules/tool': { version: '2.0.0-beta.1', optionalDependencies },
    });
    expect(whole['node_modules/@tool/windows-x64']).toMatchObject({
      version: '2.0.0-beta.1',
      os: ['win32'],
      cpu: ['x64'],
    });
  });

  it('leaves a whole file as it is', () => {
    const whole = completePackages(packages);
    expect(completePackages(whole)).toEqual(whole);
    expect(whole['node_modules/tool']).not.toHaveProperty('resolved');
  });

  it('refuses to guess when the name tells no system', () => {
    const odd = { 'node_modules/tool': { optionalDependencies: { extra: '1.0.0' } } };
    expect(() => completePackages(odd)).toThrow('extra@1.0.0');
  });
});
