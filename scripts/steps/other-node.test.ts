import { describe, expect, it } from 'vitest';
import { otherMajors, readTotal } from './other-node.mjs';

describe('running everything on another Node', () => {
  it('leaves out the one that runs already', () => {
    const here = Number(process.versions.node.split('.')[0]);
    expect([...otherMajors(), here]).toEqual(expect.arrayContaining([20, 24]));
    expect(otherMajors()).not.toContain(here);
  });

  it('reads the last line of a run, and counts a run without one as failed', () => {
    expect(readTotal('unit 3 of 3\n41 passed, 2 failed\n')).toEqual({ passed: 41, failed: 2 });
    expect(readTotal('41 passed, 0 failed\nand then it fell over\n')).toEqual({ passed: 0, failed: 1 });
    expect(readTotal('')).toEqual({ passed: 0, failed: 1 });
  });
});
