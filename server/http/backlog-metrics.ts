import { Gauge, type Registry } from 'prom-client';
import type { Backlog } from '../store/sql/read-backlog.ts';

/** However often somebody looks, the database is not asked more often. */
const freshMs = 3_000;

/**
 * Shows whether the database answers and what waits in it: outgoing work, timers, and people who wait for an agent.
 * While it does not answer, these numbers are left out and the others stay.
 */
export function watchBacklog(
  registry: Registry,
  read: () => Promise<Backlog>,
  now: () => number = () => performance.now(),
): void {
  let kept: { at: number; backlog: Promise<Backlog | null> } | null = null;
  const recent = (): Promise<Backlog | null> => {
    if (kept === null || now() - kept.at >= freshMs) kept = { at: now(), backlog: read().catch(() => null) };
    return kept.backlog;
  };
  new Gauge({
    name: 'baton_database_available',
    help: '1 while the database answers, else 0.',
    registers: [registry],
    async collect() {
      this.set((await recent()) === null ? 0 : 1);
    },
  });
  for (const { name, help, label, count } of shown) {
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [registry],
      async collect() {
        const backlog = await recent();
        this.reset();
        for (const [value, number] of backlog ? count(backlog) : []) this.set({ [label]: value }, number);
      },
    });
  }
}

interface Shown {
  name: string;
  help: string;
  label: string;
  count(backlog: Backlog): [string, number][];
}

const shown: Shown[] = [
  {
    name: 'baton_outbox_items',
    help: 'Outgoing work: all that waits, what of it should have left by now, and what was given up.',
    label: 'state',
    count: ({ outbox }) => Object.entries(outbox),
  },
  {
    name: 'baton_timers',
    help: 'Timers of conversations: all that wait, those of them that should have rung, and those that could not.',
    label: 'state',
    count: ({ timers }) => Object.entries(timers),
  },
  {
    name: 'baton_handoffs_waiting',
    help: 'Customers who wait for an agent, by the id of their department; empty: of none.',
    label: 'department',
    count: ({ handoffs }) => handoffs.map(({ department, count }) => [department ?? '', count]),
  },
];
