import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../store/store-unavailable.ts';
import type { Runtime } from '../runtime.ts';
import { openDesk, type TestDesk } from '../testing/test-desk.ts';
import { runTurn } from '../turn.ts';
import { createTimerRinger } from './ring-timers.ts';

const hour = 3_600_000;

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
  await desk.publish();
});
afterEach(() => desk.close());

const timers = () => desk.runtime.deps.store.timers;

/** Conversations with a timer each, due so many milliseconds from now. */
async function openWith(...waits: number[]): Promise<string[]> {
  const ids: string[] = [];
  for (const wait of waits) {
    const { id } = await desk.openChat();
    await setTimer(id, 'wait', wait);
    ids.push(id);
  }
  return ids;
}

async function setTimer(conversation: string, name: string, wait: number): Promise<void> {
  const { deps } = desk.runtime;
  const due = deps.clock.now() + wait;
  await runTurn(deps, {
    conversation,
    decide: () => ({ change: ({ setTimers }) => setTimers.set(name, due) }),
  });
}

/** Which timers rang in a conversation, in order. */
async function readRung(conversation: string): Promise<string[]> {
  const events = await desk.runtime.deps.store.conversations.events(conversation);
  return events.flatMap(({ event }) => (event.type === 'timer' ? [event.name] : []));
}

/** Makes every turn of these conversations fail, until it is undone. */
function breakTurns({ deps }: Runtime, ids: readonly string[], error: () => Error): () => void {
  const { conversations } = deps.store;
  const { commit } = conversations;
  const broken: typeof commit = async (turn) => {
    if (ids.includes(turn.conversation.id)) throw error();
    return commit(turn);
  };
  Object.assign(conversations, { commit: broken });
  return () => void Object.assign(conversations, { commit });
}

describe('the ringer of timers', () => {
  it('rings each once, in the order in which they fall due', async () => {
    const { id } = await desk.openChat();
    const names = ['wait', 'answer', 'closing', 'agent-silence'];
    for (const [place, name] of names.entries()) await setTimer(id, name, 400 - place * 100);
    desk.clock.time += 1_000;
    const ring = createTimerRinger(desk.runtime.deps);
    expect(await ring()).toBe(4);
    expect(await ring()).toBe(0);
    expect(await readRung(id)).toEqual(names.toReversed());
  });

  it('rings different conversations at once, so that they share commits', async () => {
    const ids = await openWith(...Array.from({ length: 30 }, () => 10));
    desk.clock.time += 1_000;
    const { conversations } = desk.runtime.deps.store;
    const { commit } = conversations;
    let underWay = 0;
    let most = 0;
    const counted: typeof commit = async (turn) => {
      underWay += 1;
      most = Math.max(most, underWay);
      return commit(turn).finally(() => {
        underWay -= 1;
      });
    };
    Object.assign(conversations, { commit: counted });
    await createTimerRinger(desk.runtime.deps)();
    expect(most).toBeGreaterThan(10);
    for (const id of ids) expect(await readRung(id)).toEqual(['wait']);
  });

  it('rings after a restart what fell due while nothing ran', async () => {
    const [id = ''] = await openWith(10);
    await desk.restart();
    await desk.pass(600);
    expect(await readRung(id)).toEqual(['wait']);
  });

  it('rings once when two processes ring at the same moment', async () => {
    const ids = await openWith(...Array.from({ length: 20 }, (_, place) => place));
    desk.clock.time += 1_000;
    const other = await desk.openOther();
    const rung = await Promise.all([createTimerRinger(desk.runtime.deps)(), createTimerRinger(other.deps)()]);
    expect(rung[0] + rung[1]).toBe(20);
    for (const id of ids) expect(await readRung(id)).toEqual(['wait']);
  });

  it('rings what a process took and did not live to ring, within five seconds', async () => {
    const [id = ''] = await openWith(10);
    desk.clock.time += 1_000;
    // It dies with all turns refused, so nothing is rung and nothing put off.
    breakTurns(desk.runtime, [id], () => new StoreUnavailable('gone'));
    await createTimerRinger(desk.runtime.deps)();
    await desk.restart();
    const ring = createTimerRinger(desk.runtime.deps);
    expect(await ring()).toBe(0);
    desk.clock.time += 5_000;
    expect(await ring()).toBe(1);
    expect(await readRung(id)).toEqual(['wait']);
  });

  it('rings once though the process died between the commit and all that follows', async () => {
    const [id = ''] = await openWith(10);
    desk.clock.time += 1_000;
    const { conversations } = desk.runtime.deps.store;
    const { commit } = conversations;
    const dying: typeof commit = async (turn) => {
      await commit(turn);
      throw new StoreUnavailable('died before the answer');
    };
    Object.assign(conversations, { commit: dying });
    await createTimerRinger(desk.runtime.deps)();
    await desk.restart();
    desk.clock.time += hour;
    await createTimerRinger(desk.runtime.deps)();
    expect(await readRung(id)).toEqual(['wait']);
  });

  it('loses nothing and rings nothing twice when the clock jumps', async () => {
    const [near = '', far = ''] = await openWith(1_000, 5 * hour);
    const ring = createTimerRinger(desk.runtime.deps);
    desk.clock.time += 2_000;
    await ring();
    desk.clock.time -= 3 * hour;
    await ring();
    expect(await readRung(near)).toEqual(['wait']);
    await setTimer(near, 'wait', 1_000);
    desk.clock.time += 9 * hour;
    expect(await ring()).toBe(2);
    desk.clock.time -= 9 * hour;
    expect(await ring()).toBe(0);
    expect(await readRung(near)).toEqual(['wait', 'wait']);
    expect(await readRung(far)).toEqual(['wait']);
  });

  it('puts off those that fail, longer each time, and rings later ones meanwhile', async () => {
    const bad = await openWith(...Array.from({ length: 30 }, () => 10));
    const [good = ''] = await openWith(20);
    const mend = breakTurns(desk.runtime, bad, () => new Error('The release is lost'));
    desk.clock.time += 1_000;
    const ring = createTimerRinger(desk.runtime.deps);
    await ring();
    expect(await readRung(good)).toEqual(['wait']);
    expect(await timers().backlog(desk.clock.now())).toEqual({ waiting: 30, overdue: 30, failing: 30 });
    const tries: number[] = [];
    for (let second = 1; second <= 40; second += 1) {
      desk.clock.time += 1_000;
      if ((await ring()) > 0) tries.push(second);
    }
    expect(tries).toEqual([5, 15, 35]);
    mend();
    desk.clock.time += hour;
    await ring();
    for (const id of bad) expect(await readRung(id)).toEqual(['wait']);
  });

  it('neither drops nor blames a timer while the database cannot write', async () => {
    const [id = ''] = await openWith(10);
    desk.clock.time += 1_000;
    const mend = breakTurns(desk.runtime, [id], () => new StoreUnavailable('The disk is full'));
    const ring = createTimerRinger(desk.runtime.deps);
    await ring();
    expect(await timers().read(id, 'wait')).toMatchObject({ attempts: 0 });
    mend();
    desk.clock.time += 3_000;
    await ring();
    expect(await readRung(id)).toEqual(['wait']);
  });

  it('forgets a timer whose conversation is gone', async () => {
    const [id = ''] = await openWith(10);
    desk.clock.time += 25 * hour;
    const [timer] = await timers().claim(desk.clock.now(), desk.clock.now() + 1, 1);
    expect(timer?.conversation).toBe(id);
    await desk.runtime.deps.store.conversations.removeUnbegun(desk.clock.now());
    desk.clock.time += 1;
    await createTimerRinger(desk.runtime.deps)();
    expect(await timers().read(id, 'wait')).toBeNull();
    expect(desk.errors).toEqual([]);
  });
});
