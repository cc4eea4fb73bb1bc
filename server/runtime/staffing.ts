import type { Staffing } from '../../shared/schema/facts.ts';
import type { PresenceRecord } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from './clock.ts';
import { readDeskSettings } from './desk-settings.ts';
import { type DeskPerson, isAgent, type People, servesDepartment } from './people.ts';

/** An inbox counts as live this long after it was last heard of. */
export const liveInboxMs = 60_000;

/** Who could answer now. */
export interface Crew {
  online: { person: DeskPerson; free: boolean }[];
}

/** Looks who is online and who has room for one more chat. */
export async function readCrew({
  store,
  people,
  clock,
}: {
  readonly store: Store;
  readonly people: People;
  readonly clock: Clock;
}): Promise<Crew> {
  const [everybody, presence, live, settings] = await Promise.all([
    people.list(),
    store.desk.presence(),
    store.inbox.live(),
    readDeskSettings(store),
  ]);
  const now = clock.now();
  const online = everybody.filter(isAgent).filter((person) => {
    const seen = presence.find((one) => one.person === person.id);
    return seen !== undefined && isOnline(seen, now);
  });
  return {
    online: online.map((person) => ({
      person,
      free: live.filter(({ agent }) => agent === person.id).length < settings.chatsPerAgent,
    })),
  };
}

/** Online: the status says so, and the inbox was alive within the last minute. */
export function isOnline(presence: PresenceRecord, now: number): boolean {
  return presence.status === 'online' && presence.seenAt !== null && now - presence.seenAt <= liveInboxMs;
}

/** Counts by department, the whole desk under `''`. */
export function toStaffing(crew: Crew, departments: readonly string[]): Record<string, Staffing> {
  const count = (serves: (person: DeskPerson) => boolean): Staffing => {
    const some = crew.online.filter(({ person }) => serves(person));
    return { online: some.length, free: some.filter(({ free }) => free).length };
  };
  return {
    '': count(() => true),
    ...Object.fromEntries(departments.map((id) => [id, count((person) => servesDepartment(person, id))])),
  };
}
