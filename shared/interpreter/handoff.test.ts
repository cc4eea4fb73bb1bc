import { describe, expect, it } from 'vitest';
import { play } from './testing/driver.ts';
import { type Sketched, sketch } from './testing/sketch.ts';

const text = (words: string): Sketched => ({ type: 'message', data: { text: words } });
const person = { person: 'main/want' };
const consent = { question: 'Sure?', accept: 'Connect me', decline: 'No' };
const closed = { hours: { '': { open: false, changesAt: null } } };
const nobody = { agents: { '': { online: 0, free: 0 } } };

function desk(ports: string[], data: Record<string, unknown> = {}, bot: Parameters<typeof sketch>[1] = {}) {
  return sketch(
    {
      main: {
        want: { type: 'text-request', data: { phrases: [], include: ['person'] }, to: 'reply' },
        reply: {
          type: 'handoff-reply',
          data: { text: 'One moment.', priority: 'normal', ...data },
          to: Object.fromEntries(ports.map((port) => [port, port])),
        },
        ...Object.fromEntries(ports.map((port) => [port, text(`By ${port}.`)])),
      },
    },
    bot,
  );
}

describe('a handoff', () => {
  it('is closed before it is unavailable, when it is both', () => {
    const chat = play(desk(['closed', 'unavailable']), { facts: { ...closed, ...nobody } });
    expect(chat.say('human', person).texts).toEqual(['By closed.']);
  });

  it('judges the hours and agents of its department', () => {
    const facts = {
      hours: { '': { open: true, changesAt: null }, sales: { open: false, changesAt: null } },
      agents: { '': { online: 3, free: 3 }, sales: { online: 0, free: 0 } },
    };
    const away = play(desk(['closed'], { department: 'sales' }), { facts });
    expect(away.say('human', person).texts).toEqual(['By closed.']);
    const none = play(desk(['unavailable'], { department: 'sales' }), { facts });
    expect(none.say('human', person).texts).toEqual(['By unavailable.']);
  });

  it('asks for consent first, and judges hours and agents when it is given', () => {
    const chat = play(desk(['closed'], { consent }));
    expect(chat.say('human', person).buttons).toEqual(['Connect me', 'No']);
    chat.know(closed);
    expect(chat.press('accept').texts).toEqual(['By closed.']);
  });

  it.each([
    ['connect me', 'queue'],
    ['yes please', 'queue'],
    ['no', 'bot'],
  ] as const)('takes %j for what it says', (words, handler) => {
    const chat = play(desk([], { consent }));
    chat.say('human', person);
    chat.say(words);
    expect(chat.state.handler).toBe(handler);
  });

  it('leaves by declined, or says a standard sentence, and forgets misses and signals', () => {
    const drawn = play(desk(['declined'], { consent }));
    drawn.say('human', person);
    drawn.say('hmm');
    expect(drawn.press('decline').texts).toEqual(['By declined.']);
    expect(drawn.state).toMatchObject({ misses: 0, signals: [], handler: 'bot' });
    const open = play(desk([], { consent }));
    open.say('human', person);
    expect(open.press('decline').texts[0]).toContain('I am still here');
  });

  it('tells the agents the department, the priority and a summary with what is known', () => {
    const data = {
      department: 'sales',
      priority: 'urgent',
      summary: '{{message.text}} / {{contact.name|?}}',
    };
    const turn = play(desk([], data)).say('a human please', person);
    const wanted = { department: 'sales', priority: 'urgent', summary: 'a human please / ?' };
    expect(turn.of('notify')).toMatchObject([{ what: 'handoff', ...wanted }]);
    expect(turn.of('handler')).toMatchObject([{ to: 'queue', department: 'sales', priority: 'urgent' }]);
  });

  it('says the place and the wait in the queue of its department', () => {
    const queue = { '': { length: 9, waitMinutes: 20 }, sales: { length: 2, waitMinutes: 3 } };
    const words = 'You are number {{queue.position}}, about {{queue.wait_minutes}} minutes.';
    const sales = play(desk([], { text: words, department: 'sales' }), { facts: { queue } });
    expect(sales.say('human', person).texts).toEqual(['You are number 3, about 3 minutes.']);
    const whole = play(desk([], { text: words }), { facts: { queue } });
    expect(whole.say('human', person).texts).toEqual(['You are number 10, about 20 minutes.']);
  });

  it('waits as long as its node says, else as the settings say', () => {
    for (const [data, minutes] of [
      [{ waitMinutes: 2 }, 2],
      [{}, 5],
    ] as const) {
      const timers = play(desk([], data)).say('human', person).of('timer');
      expect(timers).toMatchObject([{ name: 'handoff-wait', at: Date.UTC(2026, 10, 23, 10, minutes) }]);
    }
  });
});

describe('with the handoff switched off', () => {
  const off = {
    handoff: {
      ...desk([]).bot.handoff,
      enabled: false,
      alternatives: [{ label: 'Call us', url: 'tel:+31201234567' }],
    },
  };

  it('the customer hears how else to get help, without being asked for consent', () => {
    const chat = play(desk([], { consent }, off));
    const turn = chat.say('human', person);
    expect(turn.texts[0]).toContain('cannot connect you');
    expect(turn.of('say')[0]?.parts).toContainEqual({
      type: 'link',
      label: 'Call us',
      url: 'tel:+31201234567',
    });
    expect(chat.state.handler).toBe('bot');
  });

  it('it leaves by unavailable where that is drawn', () => {
    expect(play(desk(['unavailable'], {}, off)).say('human', person).texts).toEqual(['By unavailable.']);
  });

  it('consent that was asked before is no way around it', () => {
    const file = desk([], { consent });
    const chat = play(file);
    chat.say('human', person);
    chat.know({ settings: { ...file.bot, ...off } });
    expect(chat.press('accept').texts[0]).toContain('cannot connect you');
    expect(chat.state.handler).toBe('bot');
  });

  it('a fault says so too, and the bot stays', () => {
    const broken = sketch(
      {
        main: { go: { type: 'text-request', data: { phrases: ['x'] }, to: 'say' }, say: { type: 'message' } },
      },
      off,
    );
    const chat = play(broken);
    expect(chat.say('x', { means: ['main/go'] }).texts[0]).toContain('cannot connect you');
    expect(chat.state).toMatchObject({ handler: 'bot', open: null });
  });
});
