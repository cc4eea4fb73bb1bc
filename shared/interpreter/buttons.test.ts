import { describe, expect, it } from 'vitest';
import { emptyReading } from '../schema/reading.ts';
import { play } from './testing/driver.ts';
import { type Sketched, sketch } from './testing/sketch.ts';

const text = (words: string): Sketched => ({ type: 'message', data: { text: words } });

function menu(to: Record<string, string>) {
  return sketch({
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
        to: { a: 'alpha', b: 'beta', ...to },
      },
      alpha: text('A it is.'),
      beta: text('B it is.'),
      other: text('Let us start again.'),
      quick: { type: 'text-request', data: { phrases: ['alpha'] }, to: 'tell' },
      tell: text('Alpha is a letter.'),
      lost: { type: 'unknown', data: { misses: 2, scope: 'bot' }, to: 'help' },
      help: text('Lost twice.'),
    },
  });
}

const alpha = { ...emptyReading, candidates: [{ flow: 'main', node: 'quick', score: 1 }] };

describe('a button', () => {
  it.each([
    ['of another release', { release: 2, number: 1 }],
    ['of a message that nobody drew', null],
  ])('%s counts as its label’s text', (_name, place) => {
    const chat = play(menu({}));
    chat.start();
    chat.press('b');
    const source = place && { flow: 'main', node: 'menu', ...place };
    const content = { kind: 'choice', option: 'a', label: 'Alpha', source } as const;
    expect(chat.send({ type: 'message', number: 9, content, reading: alpha }).texts).toEqual([
      'Alpha is a letter.',
    ]);
  });

  it('from before an agent came counts as its label’s text', () => {
    const chat = play(menu({}));
    chat.start();
    chat.join();
    chat.resolve();
    expect(chat.press('a').texts[0]).toContain('do not understand');
  });

  it('of an old message drops the question that is open', () => {
    const file = menu({});
    const chat = play(file);
    chat.start();
    chat.press('a');
    expect(chat.press('b').texts).toEqual(['B it is.']);
    expect(chat.state).toMatchObject({ open: null, stack: [] });
  });
});

describe('words that fit no button', () => {
  it('lead on by other once the tries are used up, before an unknown trigger', () => {
    const chat = play(menu({ other: 'other' }));
    chat.start();
    expect(chat.say('hmm').texts[0]).toContain('do not understand');
    expect(chat.say('hmm?').texts).toEqual(['Let us start again.']);
  });

  it('end the question where other is not connected, and the miss is answered all the same', () => {
    const chat = play(menu({}));
    chat.start();
    chat.say('hmm');
    expect(chat.state.open).toMatchObject({ node: 'menu' });
    expect(chat.say('hmm?').texts).toEqual(['Lost twice.']);
    expect(chat.state.open).toBeNull();
  });
});

it('with clarify off the best of two close triggers answers', () => {
  const file = menu({});
  file.bot.understanding.clarify = false;
  const chat = play(file);
  const close = { means: ['main/quick', 'main/lost'], close: true };
  expect(chat.say('alpha', close).texts).toEqual(['Alpha is a letter.']);
});
