import type { InboxAgent } from '../../../shared/api/inbox-conversation.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { Caller } from '../../services.ts';
import type { RuntimeDeps } from '../deps.ts';
import { isAgent } from '../people.ts';

/** A presence is written at most this often; it counts for 60 seconds. */
const writeEveryMs = 15_000;

/** Notes that a caller's inbox is alive. */
export type Touch = (caller: Caller) => Promise<void>;

export function createTouch({ store, clock }: RuntimeDeps): Touch {
  const written = new Map<string, number>();
  return async ({ id }) => {
    const now = clock.now();
    if (now - (written.get(id) ?? -Infinity) < writeEveryMs) return;
    written.set(id, now);
    await store.desk.setPresence(id, { seenAt: now });
  };
}

/** All who answer customers, as colleagues see them. Without a live inbox an agent is shown as offline. */
export async function readAgents({ store, people, clock }: RuntimeDeps): Promise<InboxAgent[]> {
  const [everybody, presence, live] = await Promise.all([
    people.list(),
    store.desk.presence(),
    store.inbox.live(),
  ]);
  const now = clock.now();
  return everybody.filter(isAgent).map(({ id, name, avatar, departments }) => {
    const seen = presence.find(({ person }) => person === id);
    const alive = seen !== undefined && seen.seenAt !== null && now - seen.seenAt <= 60_000;
    return {
      id,
      name,
      avatar,
      departments: [...departments],
      status: alive ? seen.status : 'offline',
      live: live.filter(({ agent }) => agent === id).length,
    };
  });
}

/** The caller as an agent; only people have a status. */
export async function readMe(deps: RuntimeDeps, caller: Caller): Promise<InboxAgent> {
  const agent = (await readAgents(deps)).find(({ id }) => id === caller.id);
  if (!agent) throw new HttpProblem(403, 'people-only');
  return agent;
}
