import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { StoreUnavailable } from '../../store/store-unavailable.ts';
import { createAlarm } from './alarm.ts';
import { repeat } from './repeat.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const clock = { now: () => Date.now() };
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

it('runs at once, then every so often, also after a failure, until it is stopped', async () => {
  let runs = 0;
  const task = async () => {
    runs += 1;
    if (runs === 2) throw new Error('once');
    return null;
  };
  const repeated = repeat({ clock, log }, task, 1_000);
  await vi.advanceTimersByTimeAsync(0);
  expect(runs).toBe(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(runs).toBe(3);
  await repeated.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(runs).toBe(3);
});

it('runs when the alarm says, and once more when it says so during a run', async () => {
  const alarm = createAlarm();
  const finish: (() => void)[] = [];
  let runs = 0;
  const task = () => {
    runs += 1;
    return new Promise<null>((done) => finish.push(() => done(null)));
  };
  const repeated = repeat({ clock, log }, task, 60_000, alarm);
  await vi.advanceTimersByTimeAsync(0);
  alarm.wake(Date.now() + 40 * 24 * 3_600_000);
  alarm.wake(Date.now());
  await vi.advanceTimersByTimeAsync(10);
  expect(runs).toBe(1);
  finish[0]?.();
  await vi.advanceTimersByTimeAsync(1);
  expect(runs).toBe(2);
  finish[1]?.();
  await vi.advanceTimersByTimeAsync(1);
  alarm.wake(Date.now() + 250);
  await vi.advanceTimersByTimeAsync(249);
  expect(runs).toBe(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(runs).toBe(3);
  finish[2]?.();
  await repeated.stop();
});

it('runs when it said itself that there is more to do, and rests where it could not do it', async () => {
  let runs = 0;
  const due = Date.now() + 300;
  const task = async () => {
    runs += 1;
    return due;
  };
  const repeated = repeat({ clock, log }, task, 1_000);
  await vi.advanceTimersByTimeAsync(299);
  expect(runs).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(runs).toBe(2);
  await vi.advanceTimersByTimeAsync(999);
  expect(runs).toBe(2);
  await repeated.stop();
});

const hour = 3_600_000;

it('never sleeps longer than its round, however far the clock is set back', async () => {
  const moved = { by: 0, now: () => Date.now() + moved.by };
  const alarm = createAlarm();
  let runs = 0;
  let due: number | null = null;
  const task = async () => {
    runs += 1;
    return due;
  };
  const repeated = repeat({ clock: moved, log }, task, 1_000, alarm);
  await vi.advanceTimersByTimeAsync(500);
  expect(runs).toBe(1);
  moved.by = -3 * hour;
  // Something falls due in five minutes by the new clock, which is hours before the next round by the old one.
  alarm.wake(moved.now() + 300_000);
  await vi.advanceTimersByTimeAsync(500);
  expect(runs).toBe(2);
  due = moved.now() + 3 * hour;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(runs).toBe(12);
  await repeated.stop();
});

it('finds within a round what a clock that is set forward makes due', async () => {
  const moved = { by: 0, now: () => Date.now() + moved.by };
  const dueAt = Date.now() + 2 * hour;
  let found = false;
  const task = async () => {
    found = moved.now() >= dueAt;
    return dueAt;
  };
  const repeated = repeat({ clock: moved, log }, task, 1_000);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(found).toBe(false);
  moved.by = 3 * hour;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(found).toBe(true);
  await repeated.stop();
});

it('is silent while the database is away, which the log says already, and tells every other failure', async () => {
  const told: unknown[] = [];
  const faults = [new StoreUnavailable('being checked'), new Error('a mistake')];
  const task = async () => Promise.reject(faults.shift());
  const repeated = repeat({ clock, log: { ...log, error: (about) => void told.push(about) } }, task, 1_000);
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told).toEqual([{ error: new Error('a mistake') }]);
  await repeated.stop();
});
