import { describe, expect, it } from 'vitest';
import { type CpuProfile, summariseProfile } from './profile.ts';

const frame = (functionName: string, url: string, lineNumber = 0) => ({
  functionName,
  url,
  lineNumber,
  columnNumber: 0,
});

/** The bundle's `turn` (in line 2) calls `run` of a package; one sample a millisecond. */
const profile: CpuProfile = {
  nodes: [
    { id: 1, callFrame: frame('(root)', ''), children: [2, 3] },
    { id: 2, callFrame: frame('turn', 'file:///x/dist/server/main.js', 2), children: [4] },
    { id: 3, callFrame: frame('(idle)', '') },
    { id: 4, callFrame: frame('run', 'file:///x/node_modules/@scope/pack/lib/a.js', 7) },
  ],
  endTime: 6_000,
  samples: [2, 2, 4, 4, 3, 2],
  timeDeltas: [1_000, 1_000, 1_000, 1_000, 1_000, 1_000],
};
const locate = ({ lineNumber }: { lineNumber: number }) =>
  lineNumber === 2 ? 'server/runtime/turn.ts' : undefined;

describe('a profile', () => {
  const whole = { from: Number.POSITIVE_INFINITY, to: 0 };

  it('tells what the processor did, without the time in which it had nothing to do', () => {
    const { busyMs, byFunction, byPlace } = summariseProfile(profile, locate, whole);
    expect(busyMs).toBe(4);
    expect(byFunction[0]).toEqual(['turn  server/runtime/turn.ts', 2]);
    expect(byPlace).toContainEqual(['@scope/pack', 2]);
  });

  it('puts what a package did down to the file that called it', () => {
    expect(summariseProfile(profile, locate, whole).onBehalfOf).toEqual([['server/runtime/turn.ts', 4]]);
  });

  it('looks only at the time that was asked for', () => {
    expect(summariseProfile(profile, locate, { from: 3, to: 2 }).byPlace).toEqual([['@scope/pack', 2]]);
  });
});
