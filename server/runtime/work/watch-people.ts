import type { RuntimeDeps } from '../deps.ts';
import { servesDepartment } from '../people.ts';
import { type Crew, readCrew } from '../staffing.ts';
import { runTurn } from '../turn.ts';

/** An agent whose inbox is not alive for so long has left the conversations. */
const goneMs = 120_000;

/**
 * Looks who has come and gone since it looked last: waiting customers of a department whose last agent left,
 * and live customers whose agent is gone, are told by the interpreter's rules.
 */
export function createPeopleWatch(deps: RuntimeDeps): () => Promise<void> {
  const startedAt = deps.clock.now();
  const rung = new Map<string, number>();
  let before: Crew | null = null;
  return async () => {
    const crew = await readCrew(deps);
    if (before) await tellChanges(deps, before, crew);
    before = crew;
    await ringForTheGone(deps, startedAt, rung);
  };
}

async function tellChanges(deps: RuntimeDeps, before: Crew, now: Crew): Promise<void> {
  const ids = ({ online }: Crew) => new Set(online.map(({ person }) => person.id));
  const [were, are] = [ids(before), ids(now)];
  for (const id of new Set([...were, ...are])) {
    if (were.has(id) === are.has(id)) continue;
    deps.signals.send({ type: 'status', agent: id, status: are.has(id) ? 'online' : 'offline' });
  }
  if ([...were].every((id) => are.has(id))) return;
  for (const { id, department } of await deps.store.inbox.waiting(null)) {
    if (isServed(before, department) && !isServed(now, department)) await ring(deps, id, 'staffing');
  }
}

function isServed({ online }: Crew, department: string | null): boolean {
  return online.some(({ person }) => department === null || servesDepartment(person, department));
}

/** After a start of the server everybody gets the time to come back. */
async function ringForTheGone(
  deps: RuntimeDeps,
  startedAt: number,
  rung: Map<string, number>,
): Promise<void> {
  const live = await deps.store.inbox.live();
  if (live.length === 0) return rung.clear();
  const seen = new Map((await deps.store.desk.presence()).map(({ person, seenAt }) => [person, seenAt ?? 0]));
  for (const { id, agent } of live) {
    const last = Math.max(seen.get(agent) ?? 0, startedAt);
    if (deps.clock.now() - last < goneMs || rung.get(id) === last) continue;
    rung.set(id, last);
    await ring(deps, id, 'agent-offline');
  }
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
