import { describe, expect, it } from 'vitest';
import { play } from './testing/driver.ts';
import { type Sketched, sketch } from './testing/sketch.ts';

const text = (words: string): Sketched => ({ type: 'message', data: { text: words } });
const ports = ['closed', 'unavailable', 'timed-out', 'cancelled', 'resolved'];

/** A handoff with the given ports connected, a survey by rule, and a part for agents. */
function desk(connected: string[] = []) {
  const drawn = ports.filter((port) => connected.includes(port));
  return sketch({
    main: {
      want: { type: 'text-request', data: { phrases: [], include: ['person'] }, to: 'reply' },
      reply: {
        type: 'handoff-reply',
        data: { text: 'One moment.', priority: 'high', summary: 'Wants help' },
        to: Object.fromEntries(drawn.map((port) => [port, port])),
      },
      ...Object.fromEntries(drawn.map((port) => [port, text(`By ${port}.`)])),
      hours: { type: 'text-request', data: { phrases: ['hours'] }, to: 'tell' },
      tell: text('All day.'),
    },
    survey: {
      begin: {
        type: 'start-survey',
        data: { name: 'csat', label: 'Stars', start: ['resolved', 'agent'] },
        to: 'rate',
      },
      rate: {
        type: 'rating',
        data: { variable: 'stars', question: 'How was it?', scale: 'stars' },
        to: { next: 'thanks', low: 'sorry' },
      },
      thanks: text('Thank you!'),
      sorry: text('We are sorry.'),
    },
    part: {
      begin: { type: 'flow-start', data: { forAgents: true }, to: 'ask' },
      ask: {
        type: 'ask',
        data: { variable: 'order', prompt: 'Order?', answer: 'number', retries: 0 },
        to: { answered: 'ok' },
      },
      ok: text('Thanks.'),
    },
  });
}

const person = { person: 'main/want' };

describe('bot to queue', () => {
  it('says the words, tells people, sets the clock, and is silent from then on', () => {
    const chat = play(desk());
    const turn = chat.say('human', person);
    expect(turn.texts).toEqual(['One moment.']);
    expect(turn.of('handler')).toMatchObject([{ to: 'queue', priority: 'high' }]);
    expect(turn.of('notify')).toMatchObject([
      { what: 'handoff', summary: 'Wants help', cause: { type: 'text-request', text: 'human' } },
    ]);
    expect(turn.of('timer').map(({ name }) => name)).toContain('handoff-wait');
    expect(chat.say('hours', { means: ['main/hours'] }).effects).toEqual([]);
  });

  it.each([
    ['closed', { hours: { '': { open: false, changesAt: null } } }],
    ['unavailable', { agents: { '': { online: 0, free: 0 } } }],
  ] as const)(
    'takes the way out %s where it is connected, and queues all the same where not',
    (port, facts) => {
      const drawn = play(desk([port]), { facts });
      expect(drawn.say('human', person).texts).toEqual([`By ${port}.`]);
      expect(drawn.state.handler).toBe('bot');
      const open = play(desk(), { facts });
      open.say('human', person);
      expect(open.state.handler).toBe('queue');
    },
  );
});

describe('queue to bot', () => {
  it.each(['handoff-wait', 'staffing', 'closing'] as const)('leaves by timed-out at %s', (bell) => {
    const chat = play(desk(['timed-out']), { facts: { hours: { '': { open: true, changesAt: 9e15 } } } });
    chat.say('human', person);
    chat.know({ agents: { '': { online: 0, free: 0 } }, hours: { '': { open: false, changesAt: null } } });
    expect(chat.ring(bell).texts).toEqual(['By timed-out.']);
    expect(chat.state.handler).toBe('bot');
  });

  it('is not left by a change of agents that came before the wait, nor before somebody was there', () => {
    const chat = play(desk(['timed-out']), { facts: { agents: { '': { online: 0, free: 0 } } } });
    chat.say('human', person);
    expect(chat.ring('staffing').effects).toEqual([]);
    chat.know({ agents: { '': { online: 1, free: 1 } } });
    chat.ring('staffing');
    chat.know({ agents: { '': { online: 0, free: 0 } } });
    expect(chat.ring('staffing').texts).toEqual(['By timed-out.']);
  });

  it('stays and escalates once when timed-out is not connected', () => {
    const chat = play(desk());
    chat.say('human', person);
    expect(chat.ring('handoff-wait').of('notify')).toMatchObject([{ what: 'escalation' }]);
    expect(chat.ring('staffing').effects).toEqual([]);
    expect(chat.state.handler).toBe('queue');
  });

  it('leaves by cancelled, or says a standard sentence', () => {
    const drawn = play(desk(['cancelled']));
    drawn.say('human', person);
    expect(drawn.send({ type: 'cancelled' }).texts).toEqual(['By cancelled.']);
    const open = play(desk());
    open.say('human', person);
    expect(open.send({ type: 'cancelled' }).texts[0]).toContain('left the queue');
    expect(open.state.handler).toBe('bot');
  });
});

describe('an agent', () => {
  it('joins, asked for or not, and the bot is mute', () => {
    const chat = play(desk());
    expect(chat.join().notices).toEqual(['agent-joined']);
    expect(chat.state.handler).toBe('agent');
    expect(chat.say('hours', { means: ['main/hours'] }).texts).toEqual([]);
  });

  it('resolves: the customer is told, then resolved where connected', () => {
    const chat = play(desk(['resolved']));
    chat.say('human', person);
    chat.join();
    const turn = chat.resolve('refund');
    expect(turn.notices).toEqual(['bot-back']);
    expect(turn.texts).toEqual(['By resolved.']);
    expect(chat.state.outcome).toBe('refund');
    expect(chat.say('hours', { means: ['main/hours'] }).texts).toEqual(['All day.']);
  });

  it('resolves with a named survey before anything drawn, by rule where nothing is drawn, with none when told so', () => {
    for (const [connected, survey, first] of [
      [['resolved'], 'csat', 'How was it?'],
      [[], null, 'How was it?'],
      [[], false, undefined],
    ] as const) {
      const chat = play(desk([...connected]));
      chat.say('human', person);
      chat.join();
      expect(chat.resolve(null, survey).texts[0]).toBe(first);
    }
  });

  it('starts the survey again and again', () => {
    const chat = play(desk());
    for (const stars of [5, 1]) {
      expect(chat.send({ type: 'start-survey', name: 'csat' }).texts).toEqual(['How was it?']);
      const rated = chat.rate(stars);
      expect(rated.texts).toEqual([stars === 5 ? 'Thank you!' : 'We are sorry.']);
      expect(rated.of('record').map(({ record }) => record)).toContainEqual(
        expect.objectContaining({ what: 'survey-answer', survey: 'csat', value: stars }),
      );
    }
  });

  it('who does not answer in time loses the conversation to the queue, at its old place', () => {
    const chat = play(desk());
    chat.say('human', person);
    const since = chat.state.handoff?.at;
    chat.join();
    chat.at(10);
    const turn = chat.ring('answer');
    expect(turn.of('handler')).toMatchObject([{ to: 'queue', reason: 'unanswered' }]);
    expect(chat.state.handoff?.at).toBe(since);
    expect(chat.ring('agent-silence').of('handler')).toMatchObject([{ to: 'bot', folder: 'follow-up' }]);
  });

  it('who had the last word and falls silent gives way to the bot, without a survey', () => {
    const chat = play(desk());
    chat.say('human', person);
    chat.join();
    chat.write();
    chat.at(60);
    const turn = chat.ring('agent-silence');
    expect(turn.of('handler')).toMatchObject([{ to: 'bot', reason: 'agent-silent' }]);
    expect(turn.of('handler')[0]).not.toHaveProperty('folder');
    expect(turn.notices).toEqual(['agent-left']);
    expect(turn.texts).toEqual([]);
  });

  it('of two at once is the first', () => {
    const chat = play(desk());
    chat.join();
    expect(chat.send({ type: 'agent-joined', agent: { id: 'a2', name: 'Bo' } }).effects).toEqual([]);
    expect(chat.state.agent?.name).toBe('Anna');
  });

  it('who resolves while the bot speaks for them gets the drawn way on too', () => {
    const chat = play(desk(['resolved']));
    chat.say('human', person);
    chat.join();
    chat.send({ type: 'run-flow', flow: 'part', agent: { id: 'a1', name: 'Anna' } });
    expect(chat.resolve().texts).toEqual(['By resolved.']);
  });

  it('back in the queue the customer still leaves it when the department closes', () => {
    const hours = { '': { open: true, changesAt: Date.UTC(2026, 10, 23, 17) } };
    const chat = play(desk(['timed-out']), { facts: { hours } });
    chat.say('human', person);
    chat.join();
    expect(chat.ring('answer').of('timer')).toContainEqual({
      type: 'timer',
      name: 'closing',
      at: hours[''].changesAt,
    });
    chat.know({ hours: { '': { open: false, changesAt: null } } });
    expect(chat.ring('closing').texts).toEqual(['By timed-out.']);
  });

  it('has to answer what the lent bot could not take', () => {
    const chat = play(desk());
    chat.join();
    chat.write();
    chat.send({ type: 'run-flow', flow: 'part', agent: { id: 'a1', name: 'Anna' } });
    const turn = chat.say('none at all');
    expect(chat.state.handler).toBe('agent');
    expect(turn.of('timer').map(({ name }) => name)).toContain('answer');
  });

  it('is answered for from the customer’s first unanswered word on', () => {
    const chat = play(desk());
    chat.join();
    chat.write();
    expect(
      chat
        .say('hello?')
        .of('timer')
        .map(({ name }) => name),
    ).toEqual(['answer', 'agent-silence']);
    chat.at(5);
    expect(chat.say('hello??').of('timer')).toEqual([]);
    expect(chat.write().of('cancel-timer')).toMatchObject([{ name: 'answer' }]);
  });

  it('is not disturbed by triggers, thumbs, events or surveys', () => {
    const chat = play(desk());
    chat.join();
    chat.write();
    chat.send({ type: 'run-flow', flow: 'part', agent: { id: 'a1', name: 'Anna' } });
    expect(chat.thumb('down').effects).toEqual([]);
    expect(chat.send({ type: 'start-survey', name: 'csat' }).effects).toEqual([]);
    expect(chat.state).toMatchObject({ handler: 'bot', lent: true });
  });

  it('is offline for two minutes: back to the queue', () => {
    const chat = play(desk());
    chat.join();
    expect(chat.ring('agent-offline').of('handler')).toMatchObject([{ to: 'queue' }]);
  });

  it('lends the conversation to a part of the bot and gets it back at its end, on failure, after silence, or by writing', () => {
    const lent = () => {
      const chat = play(desk());
      chat.join();
      expect(chat.send({ type: 'run-flow', flow: 'part', agent: { id: 'a1', name: 'Anna' } }).texts).toEqual([
        'Order?',
      ]);
      expect(chat.state.handler).toBe('bot');
      return chat;
    };
    const answered = lent();
    expect(answered.say('42').texts).toEqual(['Thanks.']);
    expect(answered.state.handler).toBe('agent');
    const failed = lent();
    failed.say('human', person);
    expect(failed.state.handler).toBe('agent');
    const silent = lent();
    silent.ring('lent-silence');
    expect(silent.state.handler).toBe('agent');
    const written = lent();
    written.write();
    expect(written.state.handler).toBe('agent');
  });
});
