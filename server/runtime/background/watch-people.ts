import type { PresenceRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';
import { servesDepartment } from '../people.ts';
import { type Crew, readCrew } from '../staffing.ts';
import { runTurn } from '../turn.ts';

/** An agent who is not there for so long has left the conversations. */
const goneMs = 120_000;

/**
 * Looks who has come and gone since it looked last: waiting customers of a department whose last agent left,
 * and live customers whose agent is gone, are told by the interpreter's rules.
 */
export function createPeopleWatch(deps: RuntimeDeps): () => Promise<void> {
  const lastHere = createLastHere(deps);
  const rung = new Map<string, number>();
  let before: Crew | null = null;
  return async () => {
    const crew = await readCrew(deps);
    if (before) await tellChanges(deps, before, crew);
    before = crew;
    await ringForTheGone(deps, lastHere, rung);
  };
}

async function tellChanges(deps: RuntimeDeps, before: Crew, now: Crew): Promise<void> {
  const ids = ({ online }: Crew) => new Set(online.map(({ person }) => person.id));
  const [were, are] = [ids(before), ids(now)];
  for (const id of new Set([...were, ...are])) {
    if (were.has(id) === are.has(id)) continue;
    deps.signals.send({ type: 'status', agent: id, status: are.has(id) ? 'online' : 'offline' });
  }
  if (were.size === are.size && [...were].every((id) => are.has(id))) return;
  for (const { id, department } of await deps.store.inbox.waiting(null)) {
    if (isServed(before, department) !== isServed(now, department)) await ring(deps, id, 'staffing');
  }
}

function isServed({ online }: Crew, department: string | null): boolean {
  return online.some(({ person }) => department === null || servesDepartment(person, department));
}

/** Tells the conversations of agents who are gone; each time they go, once. */
async function ringForTheGone(
  deps: RuntimeDeps,
  lastHere: LastHere,
  rung: Map<string, number>,
): Promise<void> {
  const live = await deps.store.inbox.live();
  if (live.length === 0) return rung.clear();
  const last = lastHere(await deps.store.desk.presence());
  for (const { id, agent } of live) {
    const here = last(agent);
    if (deps.clock.now() - here < goneMs || rung.get(id) === here) continue;
    rung.set(id, here);
    await ring(deps, id, 'agent-offline');
  }
}

type LastHere = (presence: readonly PresenceRecord[]) => (agent: string) => number;

/**
 * When an agent was last there: the inbox was alive and the status was not offline. After a start of the server
 * everybody gets the time to come back.
 */
function createLastHere({ clock }: RuntimeDeps): LastHere {
  const startedAt = clock.now();
  const offlineSince = new Map<string, number>();
  return (presence) => {
    const seen = new Map<string, number>();
    for (const { person, status, seenAt } of presence) {
      seen.set(person, seenAt ?? 0);
      if (status !== 'offline') offlineSince.delete(person);
      else if (!offlineSince.has(person)) offlineSince.set(person, clock.now());
    }
    return (agent) =>
      Math.min(
        Math.max(seen.get(agent) ?? 0, startedAt),
        offlineSince.get(agent) ?? Number.POSITIVE_INFINITY,
      );
  };
}

async function ring(
  deps: RuntimeDeps,
  conversation: string,
  name: 'staffing' | 'agent-offline',
): Promise<void> {
  const handler = name === 'staffing' ? 'queue' : 'agent';
  try {
    await runTurn(deps, {
      conversation,
      decide: (loaded) =>
        loaded.conversation.handler === handler ? { event: { type: 'timer', name } } : null,
    });
  } catch (error) {
    deps.log.error({ error, conversation, name }, 'A change of agents could not be told to a conversation.');
  }
}
