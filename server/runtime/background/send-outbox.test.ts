import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutboxRecord } from '../../store/records.ts';
import { StoreUnavailable } from '../../store/store-unavailable.ts';
import { newItem } from '../../store/testing/outgoing.ts';
import { passOutbox } from '../testing/pass-outbox.ts';
import { openDesk, type TestDesk } from '../testing/test-desk.ts';
import type { Mail } from './new-mail.ts';
import { OutgoingFault } from './outgoing-fault.ts';
import { createOutboxSender } from './send-outbox.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
  Object.assign(desk.runtime.deps, { random: () => 0.5 });
});
afterEach(() => desk.close());

const outbox = () => desk.runtime.deps.store.outbox;
const now = () => desk.clock.now();
const add = async (...items: OutboxRecord[]) => {
  for (const item of items) await outbox().add(item);
};
/** A mail that is due now. */
const mail = (id: string, change: Partial<OutboxRecord> = {}) => newItem(id, { nextAt: now(), ...change });

/** The mail server does what `send` does. */
function onMail(send: (mail: Mail, key: string) => Promise<void>): void {
  Object.assign(desk.runtime.deps.mailer, { send });
}

const pass = (ms: number) => passOutbox(desk, ms);

describe('a mail that fails', () => {
  it('is tried after 0 s, 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h, under one id, and is then given up', async () => {
    const start = now();
    const at: number[] = [];
    const keys = new Set<string>();
    onMail(async (_mail, key) => {
      at.push(now() - start);
      keys.add(key);
      throw new OutgoingFault('no-connection');
    });
    await add(mail('m1'));
    await pass(100 * hour);
    const pauses = at.map((time, place) => time - (at[place - 1] ?? 0));
    expect(pauses).toEqual([
      0,
      5 * second,
      5 * minute,
      30 * minute,
      2 * hour,
      5 * hour,
      10 * hour,
      10 * hour,
    ]);
    expect([...keys]).toEqual(['m1']);
    expect(await outbox().read('m1')).toMatchObject({
      status: 'failed',
      attempts: 8,
      nextAt: null,
      error: { code: 'no-connection' },
    });
  });

  it('is given up at once where it was refused for good', async () => {
    onMail(async () => {
      throw new OutgoingFault('refused', { values: { text: '550 No such mailbox' }, final: true });
    });
    await add(mail('m1'));
    await pass(0);
    expect(await outbox().read('m1')).toMatchObject({ status: 'failed', attempts: 1, nextAt: null });
  });

  it('keeps that it may have arrived, and is tried again nevertheless', async () => {
    const faults = [
      new OutgoingFault('broken-off', { mayHaveArrived: true }),
      new OutgoingFault('no-connection'),
    ];
    onMail(async () => {
      const fault = faults.shift();
      if (fault) throw fault;
    });
    await add(mail('m1'));
    await pass(0);
    expect(await outbox().read('m1')).toMatchObject({
      status: 'waiting',
      error: { code: 'broken-off', mayHaveArrived: true },
    });
    await pass(6 * second);
    expect(await outbox().read('m1')).toMatchObject({
      error: { code: 'no-connection', mayHaveArrived: true },
    });
    await pass(hour);
    expect(await outbox().read('m1')).toMatchObject({ status: 'done', attempts: 3, error: null });
  });

  it('is sent again by an administrator as often as the first time, under the same id', async () => {
    const keys: string[] = [];
    onMail(async (_mail, key) => {
      keys.push(key);
      throw new OutgoingFault('no-connection');
    });
    await add(mail('m1'));
    await pass(100 * hour);
    expect(await outbox().resend('m1', now())).toBe(true);
    await pass(100 * hour);
    expect(keys).toEqual(Array.from({ length: 16 }, () => 'm1'));
    expect(await outbox().read('m1')).toMatchObject({ status: 'failed', attempts: 16 });
  });
});

describe('an attempt that nobody lived to settle', () => {
  it('is made again after the lease, and not before', async () => {
    const keys: string[] = [];
    onMail((_mail, key) => {
      keys.push(key);
      return new Promise(() => undefined);
    });
    await add(mail('m1'));
    await createOutboxSender(desk.runtime.deps).start();
    await desk.restart();
    const { send } = desk.runtime.deps.mailer;
    onMail(async (one, key) => {
      keys.push(key);
      await send(one, key);
    });
    const sender = createOutboxSender(desk.runtime.deps);
    desk.clock.time += 44 * second;
    expect(await sender.start()).toBe(0);
    desk.clock.time += second;
    expect(await sender.start()).toBe(1);
    await sender.idle();
    expect(keys).toEqual(['m1', 'm1']);
    expect(await outbox().read('m1')).toMatchObject({ status: 'done', attempts: 2 });
  });

  it('is given up when the process dies of it each time', async () => {
    await add(mail('m1', { attempts: 8, nextAt: now() }));
    await pass(0);
    expect(desk.mails).toEqual([]);
    expect(await outbox().read('m1')).toMatchObject({
      status: 'failed',
      error: { code: 'stopped', mayHaveArrived: true },
    });
  });

  it('is not made again by the process that is still at it, wherever the clock jumps', async () => {
    let attempts = 0;
    let finish: () => void = () => undefined;
    onMail(() => {
      attempts += 1;
      return new Promise((done) => {
        finish = done;
      });
    });
    await add(mail('m1'));
    const sender = createOutboxSender(desk.runtime.deps);
    await sender.start();
    desk.clock.time += 3 * hour;
    expect(await sender.start()).toBe(0);
    desk.clock.time -= 6 * hour;
    expect(await sender.start()).toBe(0);
    finish();
    await sender.idle();
    desk.clock.time += 9 * hour;
    expect(await sender.start()).toBe(0);
    expect(attempts).toBe(1);
    expect(await outbox().read('m1')).toMatchObject({ status: 'done', attempts: 1 });
  });

  it('changes nothing when it ends late, after another process has taken the item over', async () => {
    const ends: { done: () => void; fail: (error: Error) => void }[] = [];
    const hang = () => new Promise<void>((done, fail) => ends.push({ done, fail }));
    onMail(hang);
    await add(mail('m1'));
    const slow = createOutboxSender(desk.runtime.deps);
    await slow.start();
    desk.clock.time += minute;
    const other = await desk.openOther();
    Object.assign(other.deps.mailer, { send: hang });
    const quick = createOutboxSender(other.deps);
    expect(await quick.start()).toBe(1);
    ends[0]?.fail(new OutgoingFault('refused', { final: true }));
    await slow.idle();
    expect(await outbox().read('m1')).toMatchObject({ status: 'waiting', attempts: 2 });
    ends[1]?.done();
    await quick.idle();
    expect(await outbox().read('m1')).toMatchObject({ status: 'done' });
  });

  it('is kept in hand while the database is away', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await add(mail('m1'));
    const { settle } = outbox();
    let away = 5;
    const unwilling: typeof settle = async (...given) => {
      away -= 1;
      if (away >= 0) throw new StoreUnavailable('The disk is full');
      return settle(...given);
    };
    Object.assign(outbox(), { settle: unwilling });
    const sender = createOutboxSender(desk.runtime.deps);
    await sender.start();
    const idle = sender.idle();
    for (let round = 0; round < 20; round += 1) await vi.advanceTimersByTimeAsync(second);
    await idle;
    vi.useRealTimers();
    expect(desk.mails).toHaveLength(1);
    expect(await outbox().read('m1')).toMatchObject({ status: 'done', attempts: 1 });
  });
});

describe('receivers', () => {
  it('that hang delay no other, however much waits for them', async () => {
    const hanging: string[] = [];
    onMail((_mail, key) => {
      hanging.push(key);
      return new Promise(() => undefined);
    });
    for (let number = 0; number < 300; number += 1) await add(mail(`m${number}`, { nextAt: 1 }));
    const sender = createOutboxSender(desk.runtime.deps);
    await sender.start();
    await sender.start();
    expect(hanging).toHaveLength(4);
    // No such ticket system is set up, so it is given up at once: what counts is that it had its attempt.
    await add(
      newItem('t1', { kind: 'ticket', to: 'helpdesk', nextAt: now(), spent: 1, attempts: 1, payload }),
    );
    expect(await sender.start()).toBe(1);
    await vi.waitFor(async () => expect(await outbox().read('t1')).toMatchObject({ status: 'failed' }));
  });

  it('get the next when one is through, and leave room where many hang', async () => {
    const finish: (() => void)[] = [];
    onMail(() => new Promise((done) => finish.push(done)));
    for (let number = 0; number < 6; number += 1) await add(mail(`m${number}`));
    const wakes: number[] = [];
    Object.assign(desk.runtime.deps, { wake: (at: number) => wakes.push(at) });
    const sender = createOutboxSender(desk.runtime.deps);
    expect(await sender.start()).toBe(4);
    finish[0]?.();
    await vi.waitFor(() => expect(wakes).toEqual([now()]));
    expect(await sender.start()).toBe(1);
    for (const done of finish) done();
    await vi.waitFor(async () => {
      await sender.start();
      for (const done of finish) done();
      expect(await outbox().backlog(now())).toMatchObject({ waiting: 0 });
    });
  });

  const payload = {
    effect: 'e1',
    request: { integration: 'helpdesk', subject: 'Call', body: '', fields: [] },
    reference: 'R-1',
  };
});
