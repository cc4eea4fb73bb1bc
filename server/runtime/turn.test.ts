import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReader, openDesk, type TestDesk, toWords } from './testing/test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
  await desk.publish();
});
afterEach(() => desk.close());

describe('a turn of a conversation', () => {
  it('greets, answers and numbers the messages without gaps', async () => {
    const chat = await desk.openChat();
    expect(toWords(chat.opened.messages)).toEqual(['Hello, I am Robin.']);
    const answer = await chat.say('What are your opening hours?');
    expect(toWords(answer.messages)).toEqual(['What are your opening hours?', 'We are open all day.']);
    expect(answer.messages.map(({ from }) => from.kind)).toEqual(['customer', 'bot']);
    expect((await chat.read()).map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('serves the bot’s pictures at an address of the server', async () => {
    const chat = await desk.openChat();
    const avatar = chat.opened.messages[0]?.from.avatar;
    expect(avatar).toMatch(/^\/api\/chat\/assets\/[\w-]+\/robin$/);
  });

  it('answers a repeated call as the first time, and refuses the id for another body', async () => {
    const chat = await desk.openChat();
    const id = randomUUID();
    const first = await chat.send({ id, text: 'Opening hours' });
    await chat.say('think slowly');
    expect(await chat.send({ id, text: 'Opening hours' })).toEqual(first);
    await expect(chat.send({ id, text: 'Something else' })).rejects.toMatchObject({
      status: 409,
      code: 'repeated-id',
    });
    expect((await chat.read()).filter(({ from }) => from.kind === 'customer')).toHaveLength(2);
  });

  it('opens one conversation for a repeated call', async () => {
    const { chat } = desk.runtime.services;
    const client = { ip: '', origin: null, acceptLanguage: 'nl', language: 'nl' } as const;
    const call = { params: { bot: 'desk' }, query: {}, body: { id: randomUUID() }, caller: null, client };
    const opened = await chat.chatOpen(call);
    expect(opened.conversation.language).toBe('nl');
    expect(await chat.chatOpen(call)).toEqual(opened);
  });

  it('goes on with the contact of a customer who shows the key to the last conversation', async () => {
    const first = await desk.openChat();
    await first.say('Opening hours');
    const { chat } = desk.runtime.services;
    const client = { ip: '', origin: null, acceptLanguage: 'en', language: 'en' } as const;
    const call = { params: { bot: 'desk' }, query: {}, body: { contact: { name: 'Eva' } }, caller: null };
    const open = async (token: string) => {
      const { conversation } = await chat.chatOpen({ ...call, client: { ...client, token } });
      return (await desk.runtime.deps.store.conversations.read(conversation.id))?.contact;
    };
    const contact = (await desk.runtime.deps.store.conversations.read(first.id))?.contact ?? '';
    expect(await open(first.call.caller.token)).toBe(contact);
    expect((await desk.runtime.deps.store.conversations.readContact(contact))?.attributes).toEqual({
      name: 'Eva',
    });
    expect(await open('guess')).not.toBe(contact);
  });

  it('takes messages that come at once one after the other, each once', async () => {
    const chat = await desk.openChat();
    const ids = Array.from({ length: 8 }, () => randomUUID());
    await Promise.all([...ids, ...ids].map((id) => chat.send({ id, text: `Opening hours ${id}` })));
    const messages = await chat.read();
    expect(messages.map(({ number }) => number)).toEqual(messages.map((_, index) => index + 1));
    expect(messages.filter(({ from }) => from.kind === 'customer')).toHaveLength(8);
  });

  it('loses nothing that was answered when the process dies', async () => {
    const chat = await desk.openChat();
    await chat.say('Opening hours');
    const before = await chat.read();
    await desk.restart();
    expect(await chat.read()).toEqual(before);
  });

  it('moves to the newest release at the next message', async () => {
    const chat = await desk.openChat();
    const { deps } = desk.runtime;
    const bot = await deps.store.bots.find('desk');
    const content = await deps.store.bots.readRelease(bot?.id ?? '', 1);
    const file = JSON.stringify(content?.file).replace('We are open all day.', 'We are closed today.');
    const release = {
      content: { ...content!, file: JSON.parse(file) },
      note: '',
      by: '',
      at: 1,
      revision: null,
    };
    await deps.store.bots.publish(bot?.id ?? '', release);
    expect(toWords((await chat.say('Opening hours')).messages)).toContain('We are closed today.');
  });

  it('refuses a conversation to everybody without its key', async () => {
    const [one, other] = [await desk.openChat(), await desk.openChat()];
    const { chat } = desk.runtime.services;
    const call = { ...one.call, body: undefined };
    const wrong = { ...call, caller: { kind: 'customer', token: 'guess' } } as const;
    await expect(chat.chatMessages(wrong)).rejects.toMatchObject({ status: 401 });
    await expect(chat.chatMessages({ ...call, caller: other.call.caller })).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('a live reader', () => {
  it('gets every message once and in order, also after it was away', async () => {
    const chat = await desk.openChat();
    const first = createReader();
    await chat.follow(first.sink);
    await chat.say('Opening hours');
    await chat.say('Opening hours please');
    await chat.follow(createReader().sink);
    first.leave();
    await chat.say('think slowly');
    const seen = first.events.filter(({ event }) => event === 'message').map(({ id }) => id);
    expect(seen).toEqual(seen.map((_, index) => index + 1));
    const second = createReader(String(seen.at(-1)));
    await chat.follow(second.sink);
    const all = [...seen, ...second.events.filter(({ event }) => event === 'message').map(({ id }) => id)];
    expect(all).toEqual((await chat.read()).map(({ number }) => number));
  });

  it('is told who answers when that changes', async () => {
    const chat = await desk.openChat();
    const reader = createReader();
    await desk.agent('ann').online();
    await chat.follow(reader.sink);
    await chat.say('I want to talk to a person');
    await chat.follow(createReader().sink);
    await desk.agent('ann').join(chat.id);
    await chat.follow(createReader().sink);
    const handlers = reader.events.filter(({ event }) => event === 'handler').map(({ data }) => data);
    expect(handlers.map(({ handler }) => handler)).toEqual(['bot', 'queue', 'agent']);
    expect(handlers.at(-1)).toMatchObject({ agent: { name: 'Ann' } });
    expect(reader.events.find(({ event }) => event === 'queue')?.data).toMatchObject({
      position: 1,
      waitMinutes: 5,
    });
  });
});

describe('timers', () => {
  it('ring once, at their time, also when the process died in between', async () => {
    const chat = await desk.openChat();
    await chat.say('think slowly');
    await desk.pass(0.4);
    expect(toWords(await chat.read())).not.toContain('I have thought.');
    await desk.restart();
    await desk.pass(0.2);
    await desk.pass(1);
    expect(toWords(await chat.read()).filter((text) => text === 'I have thought.')).toHaveLength(1);
    expect(desk.errors).toEqual([]);
  });
});
