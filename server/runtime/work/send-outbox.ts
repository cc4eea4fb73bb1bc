import type { OutboxKind, OutboxRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';
import type { Attempt } from './attempt.ts';
import { callForFlow } from './call-for-flow.ts';
import { sendTicket } from './send-ticket.ts';

type Carry = (deps: RuntimeDeps, item: OutboxRecord) => Promise<Attempt>;

const carriers: Record<OutboxKind, Carry> = {
  mail: sendMail,
  webhook: sendTicket,
  ticket: sendTicket,
  channel: async () => ({ type: 'failed', error: 'This channel has no connection.' }),
  http: callForFlow,
};

/** How often something is tried before an administrator has to look. */
const mostAttempts = 8;
const mostAtOnce = 20;
/** Beyond any attempt's own time limit; after a crash an item that was taken is free again then. */
const lease = 90_000;

/** Carries out the outgoing work that is due, each item on its own; answers when all of them are through. */
export async function sendOutbox(deps: RuntimeDeps): Promise<void> {
  const items = await deps.store.outbox.due(deps.clock.now(), mostAtOnce);
  await Promise.all(items.map((item) => sendItem(deps, item)));
}

async function sendItem(deps: RuntimeDeps, item: OutboxRecord): Promise<void> {
  const { store, clock, log } = deps;
  if (!(await store.outbox.claim(item.id, item.attempts, clock.now() + lease))) return;
  const taken = { ...item, attempts: item.attempts + 1 };
  const attempt = await carriers[item.kind](deps, taken).catch((error: unknown): Attempt => toAgain(error));
  if (attempt.type === 'settled') return;
  if (attempt.type === 'done')
    return store.outbox.settle(item.id, { status: 'done', nextAt: null, error: null });
  const gaveUp = attempt.type === 'failed' || taken.attempts >= mostAttempts;
  log.warn({ id: item.id, kind: item.kind, error: attempt.error, gaveUp }, 'Outgoing work failed.');
  const nextAt = gaveUp ? null : clock.now() + toPause(taken.attempts, deps.random());
  await store.outbox.settle(item.id, { status: gaveUp ? 'failed' : 'waiting', nextAt, error: attempt.error });
  if (nextAt !== null) deps.wake(nextAt);
}

async function sendMail(deps: RuntimeDeps, item: OutboxRecord): Promise<Attempt> {
  const { text } = item.payload as { text: string };
  await deps.mailer.send({ to: item.to, subject: item.subject, text }, item.id);
  return { type: 'done' };
}

function toAgain(error: unknown): Attempt {
  return { type: 'again', error: error instanceof Error ? error.message : String(error) };
}

/** 30 s, 1 min, 2 min, … up to an hour, each spread by a half, so that a crowd does not return at once. */
function toPause(attempts: number, random: number): number {
  const pause = Math.min(30_000 * 2 ** (attempts - 1), 3_600_000);
  return Math.round(pause * (0.75 + random / 2));
}
