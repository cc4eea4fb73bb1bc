import { pause } from '../load/caller.ts';
import { type Chat, type CustomerOptions, openChat, say } from '../load/customer.ts';
import type { HttpClient } from '../product/http-client.ts';
import type { Person } from '../product/people.ts';
import type { Random } from '../random.ts';
import type { Check } from '../report.ts';

const lanes = 20;
/** Around the moment at which waiting ends, in milliseconds after it began. */
const earliestJoinMs = 0;
const latestJoinMs = 900;
const jitterMs = 8;

/** What agents may be answered while others act at the same time. */
const fair = [200, 403, 404, 409];

/**
 * Joins, resolves, returns, messages, leaving the queue and the end of the wait meet in one conversation. What is
 * found is found in the log afterwards; here only answers that nobody should get are.
 */
export async function raceForOwner(
  client: HttpClient,
  customer: (name: string) => CustomerOptions,
  agents: readonly Person[],
  rounds: number,
): Promise<{ checks: Check[]; figures: Record<string, number> }> {
  const statuses = new Map<number, number>();
  const unfair: string[] = [];
  const lane = async (index: number): Promise<void> => {
    const own = customer(`lane ${index}`);
    for (let round = index; round < rounds; round += lanes) {
      for (const { what, status } of await runRound(client, own, agents)) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (!fair.includes(status)) unfair.push(`round ${round}: ${what} was answered ${status}`);
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)));
  const acted = [...statuses.values()].reduce((sum, count) => sum + count, 0);
  return {
    checks: [{ name: 'agents get answers that they can use', of: acted, findings: unfair }],
    figures: {
      'acts that went through': statuses.get(200) ?? 0,
      'acts that came too late': acted - (statuses.get(200) ?? 0),
    },
  };
}

interface Act {
  what: string;
  status: number;
}

async function runRound(
  client: HttpClient,
  customer: CustomerOptions,
  agents: readonly Person[],
): Promise<Act[]> {
  const { random } = customer;
  const chat = await openChat(customer);
  if (!chat) return [];
  const [ann, ben] = [random.pick(agents), random.pick(agents)];
  const act = createAct(client, random, chat);
  await say(customer, chat, 'person');
  await pause(random.between(earliestJoinMs, latestJoinMs));
  const writes = () =>
    late(random, () => say(customer, chat, random.pick(['plain', 'think', 'call', 'person'])));
  const [first] = await Promise.all([
    Promise.all([
      act(ann, 'join'),
      act(ben, 'join'),
      ...(random.chance(0.3) ? [leave(client, chat, random)] : []),
    ]),
    writes(),
    writes(),
  ]);
  const [second] = await Promise.all([
    Promise.all([
      act(ann, 'messages', { id: random.uuid(), text: 'hello' }),
      act(ben, random.pick(['resolve', 'join', 'return'])),
      act(ann, random.pick(['resolve', 'return'])),
      act(ben, 'join'),
    ]),
    writes(),
    writes(),
  ]);
  return [...first, ...second];
}

function createAct(client: HttpClient, random: Random, chat: Chat) {
  return (by: Person, what: string, json: unknown = {}): Promise<Act> =>
    late(random, async () => {
      const path = `/api/inbox/conversations/${chat.id}/${what}`;
      const { status } = await client.call('POST', path, { json, headers: by.headers });
      return { what, status };
    });
}

function leave(client: HttpClient, chat: Chat, random: Random): Promise<Act> {
  return late(random, async () => {
    const path = `/api/chat/conversations/${chat.id}/cancel`;
    const headers = { authorization: `Bearer ${chat.token}` };
    const { status } = await client.call('POST', path, { json: {}, headers });
    return { what: 'cancel', status };
  });
}

async function late<Result>(random: Random, act: () => Promise<Result>): Promise<Result> {
  await pause(random.between(0, jitterMs));
  return act();
}
