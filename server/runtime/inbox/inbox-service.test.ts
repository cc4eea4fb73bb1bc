import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReader, openDesk, type TestDesk, toWords } from '../testing/test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
  await desk.publish();
  await desk.agent('ann').online();
});
afterEach(() => desk.close());

async function openLive() {
  const [ann, chat] = [desk.agent('ann'), await desk.openChat()];
  await chat.say('I want to talk to a person');
  await ann.join(chat.id);
  return { ann, chat };
}

describe('the inbox', () => {
  it('tells its reader what changed, and what it missed while away', async () => {
    const { ann, chat } = await openLive();
    const reader = createReader();
    await ann
      .inbox()
      .inboxStream(
        { params: {}, query: {}, caller: ann.caller, client: chat.call.client, body: undefined },
        reader.sink as never,
      );
    await chat.say('Hello?');
    const last = reader.events.at(-1);
    expect(last).toMatchObject({ event: 'conversation', data: { conversation: chat.id } });
    reader.leave();
    desk.clock.time += 10_000;
    await chat.say('Anybody?');
    const again = createReader(String(last?.id));
    await ann
      .inbox()
      .inboxStream(
        { params: {}, query: {}, caller: ann.caller, client: chat.call.client, body: undefined },
        again.sink as never,
      );
    expect(again.events).toMatchObject([{ event: 'conversation', data: { conversation: chat.id } }]);
    again.leave();
    const lost = createReader('not a cursor of ours');
    await ann
      .inbox()
      .inboxStream(
        { params: {}, query: {}, caller: ann.caller, client: chat.call.client, body: undefined },
        lost.sink as never,
      );
    expect(lost.events.map(({ event }) => event)).toEqual(['reset']);
    lost.leave();
  });

  it('tells of each step the customer came along in its own words', async () => {
    const { ann, chat } = await openLive();
    const { conversation } = await ann.inbox().inboxRead({ ...ann.on(chat.id), body: undefined });
    const steps = conversation.path.map(({ kind, label }) => ({ kind, label }));
    expect(steps).toContainEqual({ kind: 'handoff-reply', label: 'A colleague will be with you.' });
  });

  it('sends an agent’s message once, however often it is sent', async () => {
    const { ann, chat } = await openLive();
    const body = { id: randomUUID(), text: 'Here I am' };
    await ann.inbox().inboxSend({ ...ann.on(chat.id), body });
    await ann.inbox().inboxSend({ ...ann.on(chat.id), body });
    expect(toWords(await chat.read()).filter((text) => text === 'Here I am')).toHaveLength(1);
  });

  it('knows what an agent has not read yet', async () => {
    const { ann, chat } = await openLive();
    expect((await ann.read(chat.id)).unread).toBe(false);
    await chat.say('One more thing');
    expect(await ann.read(chat.id)).toMatchObject({
      unread: true,
      last: { text: 'One more thing', from: 'customer' },
    });
    await ann.write(chat.id, 'Yes?');
    expect((await ann.read(chat.id)).unread).toBe(false);
  });

  it('offers a conversation that is given away to the one it was given to', async () => {
    const { ann, chat } = await openLive();
    const { conversation } = await ann.inbox().inboxAssign({ ...ann.on(chat.id), body: { agent: 'bob' } });
    expect(conversation).toMatchObject({
      handler: 'queue',
      folder: 'waiting',
      agent: { id: 'bob', name: 'Bob' },
    });
    await desk.agent('bob').join(chat.id);
    expect(await desk.agent('bob').list('mine')).toEqual([chat.id]);
  });

  it('moves a conversation to another department, whose agents see it then', async () => {
    const { ann, chat } = await openLive();
    await ann.inbox().inboxReturn({ ...ann.on(chat.id), body: undefined });
    const moved = await ann.inbox().inboxAssign({ ...ann.on(chat.id), body: { department: 'sales' } });
    expect(moved.conversation.department).toEqual({ id: 'sales', name: 'Sales' });
    await expect(ann.read(chat.id)).rejects.toMatchObject({ status: 404 });
    expect(await desk.agent('eve').read(chat.id)).toMatchObject({
      department: { id: 'sales' },
      handler: 'queue',
    });
  });

  it('keeps spam apart until it is taken out again', async () => {
    const { ann, chat } = await openLive();
    const put = (folder: 'spam' | null) => ann.inbox().inboxFolder({ ...ann.on(chat.id), body: { folder } });
    expect((await put('spam')).conversation.folder).toBe('spam');
    await chat.say('Buy now');
    expect(await ann.list('live')).toEqual([]);
    expect((await put(null)).conversation.folder).toBe('live');
  });

  it('puts a resolved case that was spam back among the done ones, until something is written', async () => {
    const { ann, chat } = await openLive();
    await ann.inbox().inboxResolve({ ...ann.on(chat.id), body: { survey: false } });
    const put = (folder: 'spam' | null) => ann.inbox().inboxFolder({ ...ann.on(chat.id), body: { folder } });
    await put('spam');
    expect((await put(null)).conversation.folder).toBe('done');
    desk.clock.time += 1000;
    await chat.say('One more thing');
    expect((await put(null)).conversation.folder).toBe('bot');
  });

  it('gives back what a person held who was removed', async () => {
    const { ann, chat } = await openLive();
    await desk.runtime.services.admin.personRemoved('ann');
    expect(await ann.read(chat.id)).toMatchObject({ handler: 'queue', agent: null });
  });

  it('returns the conversations of an agent who went offline, after two minutes', async () => {
    const { ann, chat } = await openLive();
    const setStatus = () =>
      ann.inbox().inboxStatus({
        params: {},
        query: {},
        caller: ann.caller,
        client: chat.call.client,
        body: { status: 'offline' },
      });
    await setStatus();
    await desk.pass(0);
    await desk.pass(1.9);
    await setStatus();
    expect((await ann.read(chat.id)).handler).toBe('agent');
    await desk.pass(0.2);
    expect((await ann.read(chat.id)).handler).toBe('queue');
  });
});
