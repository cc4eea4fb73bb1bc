import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSettings, settingNames } from './settings.ts';

describe('the settings', () => {
  it('all have defaults', () => {
    expect(parseSettings({})).toMatchObject({
      ok: true,
      value: {
        host: '127.0.0.1',
        port: 3000,
        dataFolder: './data',
        samples: true,
        rateLimits: true,
        allowHosts: [],
      },
    });
  });

  it('are all told in docs/operating.md, and no others', () => {
    const page = readFileSync(join(import.meta.dirname, '../docs/operating.md'), 'utf8');
    const told = page.match(/^\| `[A-Z].*?\|/gm)?.flatMap((cell) => cell.match(/[A-Z_]{4,}/g) ?? []);
    expect(told?.sort()).toEqual([...settingNames].sort());
  });

  it('take an empty variable as one that is not set', () => {
    expect(parseSettings({ PORT: '', SMTP_URL: '' })).toMatchObject({ ok: true, value: { port: 3000 } });
  });

  it('name every variable that is wrong and say what it must be', () => {
    const read = parseSettings({
      PORT: 'http',
      BATON_SAMPLES: 'yes',
      LOG_LEVEL: 'loud',
      BATON_PUBLIC_URL: 'chat',
    });
    expect(read).toEqual({
      ok: false,
      error: [
        'PORT must be a number from 1 to 65535.',
        'BATON_PUBLIC_URL must be a web address like https://chat.example.com.',
        'BATON_SAMPLES must be on or off.',
        'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
      ],
    });
  });

  it('take the address of a PostgreSQL database and no other', () => {
    const databaseUrl = 'postgres://baton:secret@db.example.com:5432/baton?sslmode=verify-full';
    expect(parseSettings({ DATABASE_URL: databaseUrl })).toMatchObject({ ok: true, value: { databaseUrl } });
    expect(parseSettings({ DATABASE_URL: 'mysql://db.example.com/baton' })).toEqual({
      ok: false,
      error: ['DATABASE_URL must be like postgres://user:password@db.example.com:5432/baton.'],
    });
  });

  it('want both halves of the first account', () => {
    expect(parseSettings({ BATON_ADMIN_EMAIL: 'a@example.com' })).toMatchObject({ ok: false });
  });

  it('list the private hosts that flows may call', () => {
    const read = parseSettings({ BATON_ALLOW_HOSTS: 'Shop.local, 127.0.0.1:8080' });
    expect(read).toMatchObject({ ok: true, value: { allowHosts: ['shop.local', '127.0.0.1:8080'] } });
  });
});
