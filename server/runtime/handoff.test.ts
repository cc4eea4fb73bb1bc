import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type TestDesk, toWords } from './testing/test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
  await desk.publish();
  await desk.agent('ann').online();
});
afterEach(() => desk.close());

async function openWaiting() {
  const chat = await desk.openChat();
  const answer = await chat.say('Can I talk to a person?');
  expect(answer.handler).toBe('queue');
  return chat;
}

describe('a handoff', () => {
  it('goes from the bot over the queue to an agent, back to the bot, and into a survey', async () => {
    const [ann, chat] = [desk.agent('ann'), await openWaiting()];
    expect(await ann.list('waiting')).toEqual([chat.id]);
    await desk.pass(0);
    expect(desk.mails).toMatchObject([
      { to: 'desk@example.com', subject: 'Desk: a customer is waiting for a person' },
    ]);
    expect(desk.mails[0]?.text).toContain(`https://chat.example.com/inbox/${chat.id}`);
    expect((await chat.say('Are you there?')).messages).toHaveLength(1);
    await ann.join(chat.id);
    await ann.write(chat.id, 'Here I am.');
    expect(await ann.list('mine')).toEqual([chat.id]);
    expect((await chat.say('Opening hours')).messages).toHaveLength(1);
    const { conversation } = await ann.resolve(chat.id, { outcome: 'helped' });
    expect(conversation).toMatchObject({ handler: 'bot', folder: 'done', outcome: 'helped' });
    expect(toWords(await chat.read()).at(-1)).toBe('How was it?');
    const rated = await chat.send({ rating: { value: 4 } });
    expect(toWords(rated.messages)).toEqual(['★★★★☆', 'Thank you.']);
    expect((await ann.read(chat.id)).ratings).toMatchObject([{ value: 4, scale: 'stars' }]);
    expect(await ann.list('done')).toEqual([chat.id]);
    await ann.survey(chat.id, 'happy');
    await chat.send({ rating: { value: 5 } });
    expect((await ann.read(chat.id)).ratings.map(({ value }) => value)).toEqual([4, 5]);
    await chat.say('Opening hours');
    expect(await ann.list('bot')).toEqual([chat.id]);
  });

  it('gives a conversation to one of two agents who join at once, and tells the other who', async () => {
    const chat = await openWaiting();
    const results = await Promise.allSettled([
      desk.agent('ann').join(chat.id),
      desk.agent('bob').join(chat.id),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(results[1]).toMatchObject({
      reason: {
        status: 409,
        code: 'already-joined',
        details: { with: { winner: { id: 'ann', name: 'Ann' } } },
      },
    });
    const joined = (await chat.read()).filter(({ parts }) => parts.some((part) => part.type === 'notice'));
    expect(joined).toHaveLength(1);
  });

  it('tells the agent who has it that the customer has ended it, once', async () => {
    const chat = await openWaiting();
    await desk.agent('ann').join(chat.id);
    const end = () => desk.runtime.services.chat.chatEnd({ ...chat.call, body: {} });
    await end();
    await end();
    const ann = await desk.agent('ann').read(chat.id);
    expect(ann.handler).toBe('agent');
    expect(ann.messages.filter(({ from }) => from.kind === 'system').flatMap(({ parts }) => parts)).toEqual([
      expect.objectContaining({ code: 'agent-joined' }),
      { type: 'notice', code: 'customer-ended', text: 'The customer has ended the conversation.' },
    ]);
  });

  it('lets nobody write who has not joined, and no survey begin while a person has it', async () => {
    const chat = await openWaiting();
    await desk.agent('ann').join(chat.id);
    await expect(desk.agent('bob').write(chat.id, 'Hi')).rejects.toMatchObject({
      status: 409,
      code: 'not-joined',
    });
    await expect(desk.agent('ann').survey(chat.id, 'happy')).rejects.toMatchObject({
      status: 409,
      code: 'bot-silent',
    });
  });

  it('ends in the way out for nobody when the wait is over', async () => {
    const chat = await openWaiting();
    await desk.pass(4);
    await desk.agent('ann').online();
    expect(toWords(await chat.read())).not.toContain('All are busy.');
    await desk.pass(1.1);
    expect(toWords(await chat.read()).at(-1)).toBe('All are busy.');
    expect((await desk.agent('ann').read(chat.id)).handler).toBe('bot');
  });

  it('tells waiting customers when the last agent has left', async () => {
    const chat = await openWaiting();
    await desk.pass(0);
    await desk.pass(1.5);
    expect(toWords(await chat.read()).at(-1)).toBe('All are busy.');
  });

  it('goes back to the queue, to its old place, when the agent is gone for two minutes', async () => {
    const chat = await openWaiting();
    const waitingSince = (await desk.agent('bob').read(chat.id)).waitingSince;
    await desk.agent('ann').join(chat.id);
    await desk.pass(1.9);
    expect((await desk.agent('bob').read(chat.id)).handler).toBe('agent');
    await desk.pass(0.2);
    expect(await desk.agent('bob').read(chat.id)).toMatchObject({
      handler: 'queue',
      agent: null,
      waitingSince,
    });
  });

  it('can be cancelled by the customer', async () => {
    const chat = await openWaiting();
    const answer = await desk.runtime.services.chat.chatCancel({ ...chat.call, body: {} });
    expect(answer.handler).toBe('bot');
    expect(answer.messages).toHaveLength(1);
  });

  it('goes to the department that is drawn, and is seen by its agents and administrators only', async () => {
    const chat = await desk.openChat();
    await chat.say('a large quote');
    expect(await desk.agent('ann').list('waiting')).toEqual([]);
    await expect(desk.agent('ann').join(chat.id)).rejects.toMatchObject({ status: 404 });
    expect(await desk.agent('eve').list('waiting')).toEqual([chat.id]);
    expect(await desk.agent('eve').read(chat.id)).toMatchObject({
      priority: 'high',
      department: { id: 'sales', name: 'Sales' },
    });
  });

  it('makes a follow-up with what was collected', async () => {
    const chat = await desk.openChat();
    expect(toWords((await chat.say('leave a note')).messages).at(-1)).toBe('Noted.');
    expect(await desk.agent('ann').list('follow-up')).toEqual([chat.id]);
    expect((await desk.agent('ann').read(chat.id)).notes[0]?.text).toBe('Call back\n\nPlease\n\nOrder: none');
  });
});

describe('conversations nobody wrote in', () => {
  it('are listed nowhere and deleted after a day', async () => {
    const chat = await desk.openChat();
    expect(await desk.agent('eve').list('all')).toEqual([]);
    await desk.pass(25 * 60);
    await expect(chat.read()).rejects.toMatchObject({ status: 404 });
  });
});
