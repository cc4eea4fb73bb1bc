import type { OutboxKind, OutboxRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';
import type { Attempt } from './attempt.ts';
import { callForFlow } from './call-for-flow.ts';
import { OutgoingFault, toOutgoingFault } from './outgoing-fault.ts';
import { requireAttempt } from './require-attempt.ts';
import { sendTicket } from './send-ticket.ts';
import { storePatiently } from './store-patiently.ts';
import { toLasting } from './to-lasting.ts';
import { toNextAttempt } from './to-next-attempt.ts';

type Carry = (deps: RuntimeDeps, item: OutboxRecord) => Promise<Attempt>;

const carriers: Record<OutboxKind, Carry> = {
  mail: sendMail,
  ticket: sendTicket,
  http: callForFlow,
};

/** Beyond any attempt's own time limit: a GET of a flow takes 15 s twice. After a crash an item is free again then. */
const leaseMs = 45_000;
/** Attempts at once, over all receivers. */
const mostAtOnce = 200;
/** From here on each receiver gets one at a time, so that hanging ones leave room for the others. */
const manyAtOnce = 150;
/** Attempts at once for one receiver, by the first word of its name. Customers wait for the calls of flows. */
const mostForOne: Record<string, number> = { mail: 4, ticket: 4, http: 20 };

export interface OutboxSender {
  /** Takes up what is due, as far as there is room, without waiting for it; answers how much. */
  start(): Promise<number>;
  /** Resolves when everything that was taken up is through. */
  idle(): Promise<void>;
}

/** Carries out the outgoing work, each item on its own, and each receiver beside the others. */
export function createOutboxSender(deps: RuntimeDeps): OutboxSender {
  const underWay = new Map<string, { receiver: string; sending: Promise<void> }>();
  /** Those for whom more may be due than there was room for. */
  const crowded = new Set<string>();
  const toRoom = (receiver: string): number => {
    const [kind = ''] = receiver.split(' ', 1);
    const most = underWay.size < manyAtOnce ? (mostForOne[kind] ?? 1) : 1;
    const now = [...underWay.values()].filter((item) => item.receiver === receiver).length;
    return Math.min(most - now, mostAtOnce - underWay.size);
  };
  const begin = (receiver: string, item: OutboxRecord): void => {
    const sending = sendItem(deps, item)
      .catch((error: unknown) =>
        deps.log.error({ error, id: item.id }, 'Outgoing work could not be carried out.'),
      )
      .finally(() => {
        underWay.delete(item.id);
        // There is room again for what had to wait.
        if (crowded.size > 0) deps.wake(deps.clock.now());
      });
    underWay.set(item.id, { receiver, sending });
  };
  const startFor = async (receiver: string): Promise<number> => {
    const room = toRoom(receiver);
    const now = deps.clock.now();
    const claim = { now, until: now + leaseMs, limit: room, except: [...underWay.keys()] };
    const items = room > 0 ? await deps.store.outbox.claim(receiver, claim) : [];
    if (items.length >= room) crowded.add(receiver);
    for (const item of items) begin(receiver, item);
    return items.length;
  };
  return {
    start: async () => {
      crowded.clear();
      let begun = 0;
      for (const receiver of await deps.store.outbox.receivers(deps.clock.now()))
        begun += await startFor(receiver);
      return begun;
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.all([...underWay.values()].map(({ sending }) => sending));
    },
  };
}

async function sendItem(deps: RuntimeDeps, item: OutboxRecord): Promise<void> {
  const attempt = await carriers[item.kind](deps, item).catch(toOutgoingFault);
  if (attempt instanceof OutgoingFault) return settleFailed(deps, item, attempt);
  if (attempt.type === 'settled') return;
  const result = { status: 'done', nextAt: null, error: attempt.note ?? null } as const;
  await storePatiently(() => deps.store.outbox.settle(item, result));
}

async function settleFailed(deps: RuntimeDeps, item: OutboxRecord, failed: OutgoingFault): Promise<void> {
  const { store, clock, log } = deps;
  const error = toLasting(failed.fault, item);
  const nextAt = toNextAttempt(item, failed, { now: clock.now(), random: deps.random() });
  const about = { id: item.id, kind: item.kind, attempts: item.attempts, error, nextAt };
  log.warn(about, nextAt === null ? 'Outgoing work failed and is given up.' : 'Outgoing work failed.');
  const result = { status: nextAt === null ? ('failed' as const) : ('waiting' as const), nextAt, error };
  await storePatiently(() => store.outbox.settle(item, result));
  if (nextAt !== null) deps.wake(nextAt);
}

async function sendMail(deps: RuntimeDeps, item: OutboxRecord): Promise<Attempt> {
  requireAttempt(item);
  const { text } = item.payload as { text: string };
  await deps.mailer.send({ to: item.to, subject: item.subject, text }, item.id);
  return deps.mailer.sends ? { type: 'done' } : { type: 'done', note: { code: 'no-mail' } };
}
