import type { Person } from '../product/people.ts';
import { type BookedCall, book, type CallKind } from './book.ts';
import { pause } from './caller.ts';
import { type Chat, type CustomerOptions, openChat, say } from './customer.ts';

/**
 * A customer who asks for a person, an agent who joins, both writing at once, and the agent's resolve, over
 * and over in one conversation until it is stopped.
 */
export async function runDesk(options: CustomerOptions, agent: Person): Promise<void> {
  const { random, stopped } = options;
  const chat = await openChat(options);
  while (chat && !stopped()) {
    await say(options, chat, 'plain');
    await say(options, chat, 'person');
    await act(options, chat, agent, 'join');
    for (let turns = random.between(1, 3); turns > 0; turns -= 1) {
      await Promise.all([say(options, chat, 'plain'), act(options, chat, agent, 'agent-say')]);
      await pause(random.between(0, options.paceMs));
    }
    await act(options, chat, agent, 'resolve');
    await pause(random.between(0, options.paceMs));
  }
}

const paths: Record<Exclude<CallKind, 'open' | 'say'>, string> = {
  'agent-say': 'messages',
  join: 'join',
  resolve: 'resolve',
};

async function act(
  { book: into, caller, random }: CustomerOptions,
  chat: Chat,
  agent: Person,
  kind: keyof typeof paths,
): Promise<BookedCall> {
  const call = book(into, { kind, id: random.uuid(), conversation: chat.id, token: random.hex(12) });
  const bodies = {
    'agent-say': { id: call.id, text: `agent ${call.token}` },
    join: undefined,
    resolve: { outcome: call.token },
  };
  const headers = { ...agent.headers, 'idempotency-key': call.id };
  const path = `/api/inbox/conversations/${chat.id}/${paths[kind]}`;
  const send = () => caller.send(call, 'POST', path, { json: bodies[kind], headers });
  await Promise.all([send(), ...(random.chance(0.08) ? [send()] : [])]);
  return call;
}
