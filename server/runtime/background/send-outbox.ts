import type { OutboxKind, OutboxRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';
import type { Attempt } from './attempt.ts';
import { callForFlow } from './call-for-flow.ts';
import { toFault } from './outgoing-fault.ts';
import { sendTicket } from './send-ticket.ts';

type Carry = (deps: RuntimeDeps, item: OutboxRecord) => Promise<Attempt>;

const carriers: Record<OutboxKind, Carry> = {
  mail: sendMail,
  ticket: sendTicket,
  http: callForFlow,
};

/** How often something is tried before an administrator has to look. */
const mostAttempts = 8;
/** A slow mail server must not hold up the calls of flows, so there is room for many at once. */
const mostAtOnce = 50;
/** Beyond any attempt's own time limit; after a crash an item that was taken is free again then. */
const lease = 90_000;

export interface OutboxSender {
  /** Takes up what is due, as far as there is room, without waiting for it. */
  start(): Promise<void>;
  /** Resolves when everything that was taken up is through. */
  idle(): Promise<void>;
}

/** Carries out the outgoing work, each item on its own. */
export function createOutboxSender(deps: RuntimeDeps): OutboxSender {
  const underWay = new Set<Promise<void>>();
  const begin = (item: OutboxRecord): void => {
    const sending = sendItem(deps, item)
      .catch((error: unknown) =>
        deps.log.error({ error, id: item.id }, 'Outgoing work could not be carried out.'),
      )
      .finally(() => {
        underWay.delete(sending);
        // There is room again for what had to wait.
        if (underWay.size === mostAtOnce - 1) deps.wake(deps.clock.now());
      });
    underWay.add(sending);
  };
  return {
    start: async () => {
      const room = mostAtOnce - underWay.size;
      if (room === 0) return;
      for (const item of await deps.store.outbox.due(deps.clock.now(), room)) begin(item);
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

async function sendItem(deps: RuntimeDeps, item: OutboxRecord): Promise<void> {
  const { store, clock, log } = deps;
  if (!(await store.outbox.claim(item.id, item.attempts, clock.now() + lease))) return;
  const taken = { ...item, attempts: item.attempts + 1 };
  const attempt = await carriers[item.kind](deps, taken).catch((error: unknown): Attempt => toAgain(error));
  if (attempt.type === 'settled') return;
  if (attempt.type === 'done')
    return store.outbox.settle(item.id, { status: 'done', nextAt: null, error: attempt.error ?? null });
  const gaveUp = taken.attempts >= mostAttempts;
  log.warn({ id: item.id, kind: item.kind, error: attempt.error, gaveUp }, 'Outgoing work failed.');
  const nextAt = gaveUp ? null : clock.now() + toPause(taken.attempts, deps.random());
  await store.outbox.settle(item.id, { status: gaveUp ? 'failed' : 'waiting', nextAt, error: attempt.error });
  if (nextAt !== null) deps.wake(nextAt);
}

async function sendMail(deps: RuntimeDeps, item: OutboxRecord): Promise<Attempt> {
  const { text } = item.payload as { text: string };
  await deps.mailer.send({ to: item.to, subject: item.subject, text }, item.id);
  return deps.mailer.sends ? { type: 'done' } : { type: 'done', error: { code: 'no-mail' } };
}

function toAgain(error: unknown): Attempt {
  return { type: 'again', error: toFault(error) };
}

/** 30 s, 1 min, 2 min, … up to an hour, each spread by a half, so that a crowd does not return at once. */
function toPause(attempts: number, random: number): number {
  const pause = Math.min(30_000 * 2 ** (attempts - 1), 3_600_000);
  return Math.round(pause * (0.75 + random / 2));
}
