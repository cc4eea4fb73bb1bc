import { type Answered, type Connection, openConnection } from './connection.ts';
import type { Customers } from './customers.ts';

/** Where the calls go to and how many connections carry them. */
export interface Target {
  port: number;
  connections: number;
  customers: Customers;
}

export interface Driven {
  /** Calls answered with 200 within the measured time, a second. */
  perSecond: number;
  /** Of those calls, in milliseconds. */
  latencies: Float64Array;
  /** Calls answered with 200 in all, those of the warm-up included. */
  accepted: number;
  /** Calls answered otherwise, by status; 0 is a broken connection. */
  errors: Record<string, number>;
}

/** When to measure, in seconds; `onMeasure` is told when measuring begins and ends. */
export interface Timing {
  warmup: number;
  seconds: number;
  onMeasure?: (at: 'begin' | 'end') => void;
}

/**
 * As much as the server takes: each connection sends its next call once the last one was answered. A customer stays
 * with one connection, so that the calls of a conversation keep their order.
 */
export async function driveAtFull(target: Target, timing: Timing): Promise<Driven> {
  const connections = await openAll(target);
  const tally = createTally(timing);
  await pump(connections, target.customers, () => !tally.over(), tally.count);
  for (const connection of connections) connection.close();
  return tally.result();
}

/** The same for so many calls and no longer; answers how long they took, in milliseconds. Throws when one fails. */
export async function driveCount(target: Target, count: number): Promise<number> {
  const connections = await openAll(target);
  let left = count;
  const failed: number[] = [];
  const began = performance.now();
  await pump(
    connections,
    target.customers,
    () => {
      left -= 1;
      return left >= 0;
    },
    ({ status }) => void (status !== 200 && failed.push(status)),
  );
  const took = performance.now() - began;
  for (const connection of connections) connection.close();
  if (failed.length > 0)
    throw new Error(`${failed.length} of ${count} calls failed, one with status ${failed[0]}.`);
  return took;
}

async function pump(
  connections: readonly Connection[],
  customers: Customers,
  wantsMore: () => boolean,
  onAnswer: (answered: Answered, sent: number) => void,
): Promise<void> {
  const pumpOne = (connection: Connection, first: number) =>
    new Promise<void>((done) => {
      let customer = first;
      const next = () => {
        if (!wantsMore()) return done();
        const sent = performance.now();
        connection.send(customers.nextRequest(customer), (answered) => {
          onAnswer(answered, sent);
          if (answered.status === 0) done();
          else next();
        });
        customer += connections.length;
        if (customer >= customers.count) customer = first;
      };
      next();
    });
  await Promise.all(connections.map(pumpOne));
}

/**
 * A fixed number of calls a second, whether or not the server keeps up. Latency counts from the moment at which a call
 * was due, so a server that stalls pays for every call that had to wait behind the stall.
 */
export async function driveAtRate(target: Target, timing: Timing, perSecond: number): Promise<Driven> {
  const { customers } = target;
  const connections = await openAll(target);
  const idle = [...connections];
  const due: number[] = [];
  const tally = createTally(timing);
  const began = performance.now();
  let planned = 0;
  let underWay = 0;
  let customer = 0;
  const sendDue = () => {
    while (due.length > 0 && idle.length > 0) {
      const at = due.shift() ?? 0;
      const connection = idle.pop();
      underWay += 1;
      connection?.send(customers.nextRequest(customer), (answered) => {
        underWay -= 1;
        tally.count(answered, at);
        if (answered.status !== 0) idle.push(connection);
        sendDue();
      });
      customer = (customer + 1) % customers.count;
    }
  };
  await new Promise<void>((done) => {
    // A timer would be up to a millisecond late; the generator has a core to itself, so it may look all the time.
    const look = () => {
      const now = performance.now();
      const over = tally.over();
      for (let at = began + (planned * 1000) / perSecond; !over && at <= now; planned += 1) {
        due.push(at);
        at = began + ((planned + 1) * 1000) / perSecond;
      }
      sendDue();
      const nobodyLeft = underWay === 0 && (due.length === 0 || idle.length === 0);
      if (over && nobodyLeft) done();
      else setImmediate(look);
    };
    look();
  });
  for (const connection of connections) connection.close();
  return tally.result();
}

function openAll({ port, connections }: Target): Promise<Connection[]> {
  return Promise.all(Array.from({ length: connections }, () => openConnection(port)));
}

/** Counts answers; what was answered in the measured time makes the figures. */
function createTally({ warmup, seconds, onMeasure }: Timing) {
  const from = performance.now() + warmup * 1000;
  const until = from + seconds * 1000;
  const latencies: number[] = [];
  const errors: Record<string, number> = {};
  let accepted = 0;
  let told: 'nothing' | 'begin' | 'end' = 'nothing';
  const tell = (at: 'begin' | 'end') => {
    told = at;
    onMeasure?.(at);
  };
  return {
    over: () => {
      const isOver = performance.now() >= until;
      if (isOver && told === 'begin') tell('end');
      return isOver;
    },
    count: ({ status }: Answered, sent: number) => {
      const now = performance.now();
      if (status !== 200) {
        errors[status] = (errors[status] ?? 0) + 1;
        return;
      }
      accepted += 1;
      if (now < from || now >= until) return;
      if (told === 'nothing') tell('begin');
      latencies.push(now - sent);
    },
    result: (): Driven => ({
      perSecond: latencies.length / seconds,
      latencies: Float64Array.from(latencies),
      accepted,
      errors,
    }),
  };
}
