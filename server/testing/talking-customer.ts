import { randomUUID } from 'node:crypto';

/** A customer of a running server, in a conversation with the bot `desk`. */
export interface TalkingCustomer {
  readonly id: string;
  readonly token: string;
  /** The ids of what was answered with 200. */
  readonly acknowledged: string[];
  /** Says something under an id; the status of the answer, or null when there was none. */
  say(text: string, id?: string): Promise<number | null>;
  /** Says one thing after the other until a call fails. */
  talk(): Promise<void>;
  /** Every customer's message that is stored, as this customer's own page reads it. */
  read(base?: string): Promise<string[]>;
  /** Reads the live stream to its end. */
  follow(): Promise<string>;
}

export async function openCustomer(base: string): Promise<TalkingCustomer> {
  const opened = await fetch(`${base}/api/chat/desk/conversations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (opened.status !== 201) throw new Error(`The conversation was not opened: ${await opened.text()}`);
  const { conversation } = (await opened.json()) as { conversation: { id: string; token: string } };
  const path = `/api/chat/conversations/${conversation.id}`;
  const authorization = `Bearer ${conversation.token}`;
  const acknowledged: string[] = [];
  const say = async (text: string, id: string = randomUUID()): Promise<number | null> => {
    const answer = await fetch(`${base}${path}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ id, text }),
    }).catch(() => null);
    if (answer === null) return null;
    await answer.text();
    if (answer.status === 200) acknowledged.push(text);
    return answer.status;
  };
  return {
    ...conversation,
    acknowledged,
    say,
    talk: async () => {
      for (let number = 1; (await say(`word ${number}`)) === 200; number += 1);
    },
    read: (at = base) => readSaid(`${at}${path}/messages`, authorization),
    follow: async () => {
      const answer = await fetch(`${base}${path}/stream`, { headers: { authorization } });
      return answer.text();
    },
  };
}

async function readSaid(url: string, authorization: string): Promise<string[]> {
  const said: string[] = [];
  for (let after = 0; ; ) {
    const answer = await fetch(`${url}?after=${after}`, { headers: { authorization } });
    const { messages } = (await answer.json()) as {
      messages: { number: number; from: { kind: string }; parts: { text?: string }[] }[];
    };
    if (messages.length === 0) return said;
    for (const { number, from, parts } of messages) {
      if (from.kind === 'customer') said.push(parts[0]?.text ?? '');
      after = number;
    }
  }
}
