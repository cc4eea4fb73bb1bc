import { describe, expect, it } from 'vitest';
import { play } from './testing/driver.ts';
import { sketch } from './testing/sketch.ts';

const variables = [
  { name: 'email', type: 'text', scope: 'conversation' },
  { name: 'order', type: 'text', scope: 'conversation' },
  { name: 'case', type: 'text', scope: 'conversation' },
] as const;

const text = (words: string) => ({ type: 'message', data: { text: words } }) as const;

const desk = sketch(
  {
    hello: {
      start: { type: 'conversation-start', to: 'ask' },
      ask: {
        type: 'ask',
        data: { variable: 'email', prompt: 'Your e-mail?', answer: 'email', retries: 1 },
        to: { answered: 'thanks', failed: 'sorry' },
      },
      thanks: text('Thanks, {{email}}.'),
      sorry: text('Never mind.'),
    },
    person: {
      want: { type: 'text-request', data: { phrases: [], include: ['person'] }, to: 'reply' },
      reply: {
        type: 'handoff-reply',
        data: {
          consent: { question: 'Sure?', accept: 'Yes', decline: 'No' },
          text: 'One moment.',
          priority: 'normal',
        },
      },
    },
    price: {
      asked: {
        type: 'text-request',
        data: { phrases: ['What does it cost?'], interrupts: true },
        to: 'tell',
      },
      tell: text('Ten euro.'),
    },
    hours: {
      asked: { type: 'text-request', data: { phrases: ['When are you open?'] }, to: 'tell' },
      tell: text('All day.'),
    },
    lost: {
      first: { type: 'unknown', data: { misses: 2, scope: 'bot' }, to: 'tell' },
      tell: text('Lost twice.'),
    },
  },
  { variables: [...variables] },
);

describe('a message to an open question of a checked type', () => {
  it('takes a valid answer anywhere in the sentence', () => {
    const chat = play(desk);
    expect(chat.start().texts).toEqual(['Your e-mail?']);
    expect(chat.say('it is An@Example.com, thanks').texts).toEqual(['Thanks, an@example.com.']);
    expect(chat.state.open).toBeNull();
  });

  it('asks again after an invalid answer, counts a miss, and leaves by failed when the tries are used up', () => {
    const chat = play(desk);
    chat.start();
    expect(chat.say('what?').texts[0]).toContain('I do not see an e-mail address');
    expect(chat.state.misses).toBe(1);
    expect(chat.say('no idea').texts).toEqual(['Never mind.']);
  });

  it('lets an interrupting trigger answer first, and asks again without a miss or a try', () => {
    const chat = play(desk);
    chat.start();
    expect(chat.say('what does it cost', { means: ['price/asked'] }).texts).toEqual([
      'Ten euro.',
      'Your e-mail?',
    ]);
    expect(chat.state.misses).toBe(0);
    expect(chat.state.open?.tries).toBe(0);
  });

  it('does not let other triggers interrupt', () => {
    const chat = play(desk);
    chat.start();
    expect(chat.say('when are you open', { means: ['hours/asked'] }).texts[0]).toContain('I do not see');
  });

  it('keeps a valid answer that stands beside a request for a person, and goes on after a decline', () => {
    const chat = play(desk);
    chat.start();
    const asked = chat.say('an@example.com and give me a human', { person: 'person/want' });
    expect(asked.texts).toEqual(['Sure?']);
    expect(chat.state.variables.email).toBe('an@example.com');
    const declined = chat.press('decline').texts;
    expect(declined[0]).toContain('I am still here');
    expect(declined[1]).toBe('Thanks, an@example.com.');
  });

  it('asks again when a request for a person was declined', () => {
    const chat = play(desk);
    chat.start();
    chat.say('a human please', { person: 'person/want' });
    expect(chat.say('no').texts.at(-1)).toBe('Your e-mail?');
  });
});

describe('a request for a person', () => {
  it('is a yes to the offer of one', () => {
    const chat = play(desk);
    chat.say('a human please', { person: 'person/want' });
    const accepted = chat.say('I said a human!', { person: 'person/want' });
    expect(accepted.texts).toEqual(['One moment.']);
    expect(chat.state.handler).toBe('queue');
  });
});

describe('a free question', () => {
  const free = sketch(
    {
      main: {
        start: { type: 'conversation-start', to: 'ask' },
        ask: {
          type: 'ask',
          data: { variable: 'case', prompt: 'Tell me.', answer: 'text' },
          to: { answered: 'end' },
        },
        end: text('Noted: {{case}}'),
        quick: { type: 'text-request', data: { phrases: ['hours'] }, to: 'tell' },
        tell: text('All day.'),
      },
    },
    { variables: [...variables] },
  );

  it('takes any words, also those that mean a trigger', () => {
    const chat = play(free);
    chat.start();
    expect(chat.say('your hours', { means: ['main/quick'] }).texts).toEqual(['Noted: your hours']);
  });

  it('never parses what a customer wrote', () => {
    const chat = play(free);
    chat.start();
    expect(chat.say('{{secret.key}} {{case}}').texts).toEqual(['Noted: {{secret.key}} {{case}}']);
  });
});

const menu = sketch({
  main: {
    start: { type: 'conversation-start', to: 'menu' },
    menu: {
      type: 'choice',
      data: {
        text: 'What?',
        options: [
          { id: 'a', label: 'Alpha' },
          { id: 'b', label: 'Beta' },
        ],
        retries: 1,
      },
      to: { a: 'alpha', b: 'beta', other: 'other' },
    },
    alpha: text('A it is.'),
    beta: text('B it is.'),
    other: text('Let us start again.'),
    quick: { type: 'text-request', data: { phrases: ['hours'] }, to: 'tell' },
    tell: text('All day.'),
  },
});

describe('an open choice', () => {
  it('takes a button, and a typed label like one', () => {
    const chat = play(menu);
    chat.start();
    expect(chat.press('a').texts).toEqual(['A it is.']);
    expect(play(menu).start().buttons).toEqual(['Alpha', 'Beta']);
    const typed = play(menu);
    typed.start();
    expect(typed.say('beta!').texts).toEqual(['B it is.']);
  });

  it('leaves other words to the triggers and stays open', () => {
    const chat = play(menu);
    chat.start();
    expect(chat.say('hours', { means: ['main/quick'] }).texts).toEqual(['All day.']);
    expect(chat.say('alpha').texts).toEqual(['A it is.']);
  });

  it('misses once, then leaves by other', () => {
    const chat = play(menu);
    chat.start();
    expect(chat.say('hmm').texts[0]).toContain('do not understand');
    expect(chat.say('hmm?').texts).toEqual(['Let us start again.']);
  });

  it('lets a button of an old message work as if its node were open', () => {
    const chat = play(menu);
    chat.start();
    chat.press('a');
    expect(chat.press('b').texts).toEqual(['B it is.']);
  });

  it('counts a button from before the last handoff as its label', () => {
    const chat = play(menu);
    chat.start();
    chat.join();
    chat.resolve();
    const pressed = chat.press('a');
    expect(pressed.texts[0]).toContain('do not understand');
  });
});

describe('misses in a row', () => {
  it('run the unknown trigger of the highest count that fits, and a match sets them back', () => {
    const chat = play(desk);
    expect(chat.say('grmbl').texts[0]).toContain('do not understand');
    expect(chat.say('grmbl').texts).toEqual(['Lost twice.']);
    expect(chat.say('grmbl').texts).toEqual(['Lost twice.']);
    chat.say('when', { means: ['hours/asked'] });
    expect(chat.state.misses).toBe(0);
    expect(chat.say('grmbl').texts[0]).toContain('do not understand');
  });
});

describe('two triggers that are close', () => {
  const close = { means: ['hours/asked', 'price/asked'], close: true };

  it('are offered as buttons, and the chosen one runs', () => {
    const chat = play(desk);
    const asked = chat.say('open price', close);
    expect(asked.buttons).toEqual(['When are you open?', 'What does it cost?', 'Neither']);
    expect(chat.press('meant-2').texts).toEqual(['Ten euro.']);
  });

  it('are a miss when it was neither', () => {
    const chat = play(desk);
    chat.say('open price', close);
    const neither = chat.press('neither');
    expect(neither.texts[0]).toContain('do not understand');
    expect(neither.of('record').find(({ record }) => record.what === 'miss')?.record).toMatchObject({
      text: 'open price',
    });
  });

  it('are forgotten when the customer writes something else', () => {
    const chat = play(desk);
    chat.say('open price', close);
    expect(chat.say('when', { means: ['hours/asked'] }).texts).toEqual(['All day.']);
  });
});

it('answers a message whose flow says nothing', () => {
  const chat = play(sketch({ main: { quiet: { type: 'text-request', data: { phrases: ['x'] } } } }));
  expect(chat.say('x', { means: ['main/quiet'] }).texts[0]).toContain('anything else');
});

it('hands over instead of running in circles', () => {
  const chat = play(
    sketch({
      main: {
        go: { type: 'text-request', data: { phrases: ['x'] }, to: 'a' },
        a: { type: 'tag', data: { add: ['x'] }, to: 'b' },
        b: { type: 'tag', data: { add: ['y'] }, to: 'a' },
      },
    }),
  );
  const turn = chat.say('x', { means: ['main/go'] });
  expect(chat.state.handler).toBe('queue');
  expect(turn.texts.at(-1)).toContain('passing you on');
});
