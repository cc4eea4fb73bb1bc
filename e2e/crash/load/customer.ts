import type { Word } from '../crash-bot.ts';
import type { Answer } from '../product/http-client.ts';
import type { Random } from '../random.ts';
import { type Book, type BookedCall, book } from './book.ts';
import { type Caller, pause } from './caller.ts';

/** A customer's own conversation. */
export interface Chat {
  id: string;
  token: string;
  said: BookedCall[];
}

export interface CustomerOptions {
  book: Book;
  caller: Caller;
  random: Random;
  /** The longest pause between two messages, in milliseconds. */
  paceMs: number;
  stopped: () => boolean;
  /** What customers of the bot say, by how often. */
  talk: readonly Word[];
}

/** Writes to the bot until it is stopped, in one conversation and now and then a new one. */
export async function runCustomer(options: CustomerOptions): Promise<void> {
  const { random, stopped } = options;
  let chat = await openChat(options);
  while (chat && !stopped()) {
    await say(options, chat, random.pick(options.talk));
    await pause(random.between(0, options.paceMs));
    if (random.chance(0.005)) chat = await openChat(options);
  }
}

/** Opens a conversation; null when that was never answered or refused. */
export async function openChat({ book: into, caller, random }: CustomerOptions): Promise<Chat | null> {
  const call = book(into, { kind: 'open', id: random.uuid(), conversation: '', token: random.hex(12) });
  const json = { id: call.id, contact: { name: call.token } };
  const send = () => caller.send(call, 'POST', '/api/chat/crash/conversations', { json });
  const [answer] = await Promise.all([send(), ...(random.chance(0.1) ? [send()] : [])]);
  if (answer?.status !== 201) return null;
  const { conversation } = answer.body as {
    conversation: { id: string; token: string };
  };
  call.conversation = conversation.id;
  return { id: conversation.id, token: conversation.token, said: [] };
}

/** Says a word with a token of its own; some messages are sent twice at once, or again later, on purpose. */
export async function say(options: CustomerOptions, chat: Chat, word: Word): Promise<BookedCall> {
  const { book: into, caller, random } = options;
  const token = random.hex(12);
  const call = book(into, { kind: 'say', id: random.uuid(), conversation: chat.id, token, word });
  const send = () => sendSaid(caller, chat, call);
  chat.said.push(call);
  await Promise.all([send(), ...(random.chance(0.08) ? [send()] : [])]);
  if (random.chance(0.05)) await send();
  if (random.chance(0.03)) await sendSaid(caller, chat, random.pick(chat.said));
  if (call.told.length > 0 && random.chance(0.02)) await misuse(options, chat, call);
  return call;
}

function sendSaid(caller: Caller, chat: Chat, call: BookedCall): Promise<Answer | null> {
  return caller.send(call, 'POST', toPath(chat), {
    json: { id: call.id, text: `${call.word} ${call.token}` },
    headers: toHeaders(chat),
  });
}

/** The same id with another body must be refused and leave nothing behind. */
async function misuse(
  { book: into, caller, random }: CustomerOptions,
  chat: Chat,
  call: BookedCall,
): Promise<void> {
  const token = random.hex(12);
  const answer = await caller.ask('POST', toPath(chat), {
    json: { id: call.id, text: `plain ${token}` },
    headers: toHeaders(chat),
  });
  if (!answer) return;
  const told = { status: answer.status, body: answer.body };
  into.misuses.push({ id: call.id, conversation: chat.id, token, told });
}

function toPath({ id }: Chat): string {
  return `/api/chat/conversations/${id}/messages`;
}

function toHeaders({ token }: Chat): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}
