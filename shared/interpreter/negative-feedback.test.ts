import { describe, expect, it } from 'vitest';
import { play } from './testing/driver.ts';
import { sketch } from './testing/sketch.ts';

const text = (words: string) => ({ type: 'message', data: { text: words } }) as const;

describe('negative feedback', () => {
  const unhappy = sketch({
    main: {
      hours: { type: 'text-request', data: { phrases: ['hours'] }, to: 'tell' },
      tell: text('All day.'),
      bad: {
        type: 'negative-feedback',
        data: { signals: ['thumbs-down', 'repeat'], times: 2 },
        to: 'sorry',
      },
      sorry: text('Sorry about that.'),
    },
  });

  it('counts signals in a row, of any kind it listens to', () => {
    const chat = play(unhappy);
    chat.say('hours', { means: ['main/hours'] });
    expect(chat.thumb('down').texts).toEqual([]);
    expect(chat.thumb('down').texts).toEqual(['Sorry about that.']);
  });

  it('hears a repeated question, which still gets its answer below the count', () => {
    const chat = play(unhappy);
    chat.say('hours', { means: ['main/hours'] });
    expect(chat.say('your hours?', { means: ['main/hours'] }).texts).toEqual(['All day.']);
    expect(chat.say('hours!', { means: ['main/hours'] }).texts).toEqual(['Sorry about that.']);
  });

  it('does not count what was said to an agent as a repetition', () => {
    const chat = play(unhappy);
    chat.say('hours', { means: ['main/hours'] });
    chat.join();
    chat.say('hours', { means: ['main/hours'] });
    chat.resolve();
    chat.say('hours', { means: ['main/hours'] });
    expect(chat.state.signals).toEqual([]);
  });

  it('hears two messages that mean the same, also where no trigger answers them', () => {
    const chat = play(unhappy);
    chat.say('where is it');
    chat.say('where is it?', { repeats: true });
    expect(chat.say('where IS it', { repeats: true }).texts).toEqual(['Sorry about that.']);
  });

  it('does not count a trigger that answered an earlier message than the previous one', () => {
    const chat = play(unhappy);
    chat.say('hours', { means: ['main/hours'] });
    chat.say('something else');
    chat.say('hours', { means: ['main/hours'] });
    expect(chat.state.signals).toEqual([]);
  });

  it('does not count a button that is pressed again', () => {
    const chat = play(unhappy);
    chat.say('hours', { means: ['main/hours'] });
    chat.suggest('hours', { means: ['main/hours'] });
    expect(chat.state.signals).toEqual([]);
  });

  it('a match, and a thumb up, end the row of signals', () => {
    const chat = play(unhappy);
    chat.thumb('down');
    chat.say('hours', { means: ['main/hours'] });
    expect(chat.thumb('down').texts).toEqual([]);
    chat.thumb('up');
    expect(chat.thumb('down').texts).toEqual([]);
  });
});

describe('a phrase of dissatisfaction', () => {
  const bot = sketch({
    main: {
      hours: { type: 'text-request', data: { phrases: ['hours'] }, to: 'tell' },
      tell: text('All day.'),
      bad: { type: 'negative-feedback', data: { signals: ['phrase'], phrases: ['no use'] }, to: 'sorry' },
      sorry: text('Sorry about that.'),
      worse: {
        type: 'negative-feedback',
        data: { signals: ['phrase'], phrases: ['bad'], times: 2 },
        to: 'help',
      },
      help: text('Let me get somebody.'),
    },
  });

  it('comes before a text-request, and only where that trigger’s phrase is meant', () => {
    const both = { means: ['main/hours'], feedback: ['main/bad'] };
    expect(play(bot).say('no use, your hours', both).texts).toEqual(['Sorry about that.']);
    const other = play(bot);
    expect(other.say('bad', { feedback: ['main/worse'] }).texts[0]).toContain('do not understand');
    expect(other.say('bad', { feedback: ['main/worse', 'main/bad'] }).texts).toEqual([
      'Let me get somebody.',
    ]);
  });
});
