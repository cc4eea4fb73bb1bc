import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.ts';

describe('the command line', () => {
  it('measures everything when nothing is said, on as many conversations as the figures ask for', () => {
    expect(parseOptions([])).toMatchObject({ rounds: 5, conversations: 10_000, connections: 64 });
    expect(parseOptions([]).only).toContain('sqlite');
  });

  it('takes some parts only, in the order in which they run', () => {
    expect(parseOptions(['--only', 'start, sqlite']).only).toEqual(['sqlite', 'start']);
  });

  it('is short when it is asked to be quick, unless told otherwise', () => {
    expect(parseOptions(['--quick', '--rounds', '3'])).toMatchObject({ rounds: 3, conversations: 500 });
  });

  it.each([
    [['--only', 'mysql'], 'mysql is not known'],
    [['--rounds', '0'], '--rounds must be a whole number from 1'],
    [['--seconds', 'ten'], '--seconds must be'],
  ])('refuses %j and says why', (args, why) => {
    expect(() => parseOptions(args)).toThrow(why);
  });
});
