import { describe, expect, it } from 'vitest';
import { ratingRanges, type ratingScales } from '../text/rating-scale.ts';
import { play } from './testing/driver.ts';
import { sketch } from './testing/sketch.ts';

const text = (words: string) => ({ type: 'message', data: { text: words } }) as const;

function survey(data: Record<string, unknown> = {}, ports = ['low', 'next', 'skipped']) {
  return sketch(
    {
      survey: {
        begin: { type: 'start-survey', data: { name: 'csat', label: 'Stars', start: ['agent'] }, to: 'rate' },
        rate: {
          type: 'rating',
          data: { variable: 'score', question: 'How was it?', scale: 'stars', ...data },
          to: Object.fromEntries(ports.map((port) => [port, port])),
        },
        ...Object.fromEntries(ports.map((port) => [port, text(`By ${port}.`)])),
      },
      hours: {
        asked: { type: 'text-request', data: { phrases: ['hours'] }, to: 'tell' },
        tell: text('All day.'),
      },
      again: {
        asked: { type: 'text-request', data: { phrases: ['mood'], interrupts: true }, to: 'judge' },
        judge: {
          type: 'condition',
          data: {
            branches: [{ id: 'bad', label: 'Bad', all: [{ subject: 'rating', op: 'less', value: 3 }] }],
          },
          to: { bad: 'bad', chatwise: 'good' },
        },
        bad: text('Bad.'),
        good: text('Good.'),
      },
    },
    { variables: [{ name: 'score', type: 'number', scope: 'conversation' }] },
  );
}

function begun(data: Record<string, unknown> = {}, ports?: string[]) {
  const chat = play(survey(data, ports));
  chat.send({ type: 'start-survey', name: 'csat' });
  return chat;
}

function answers(turn: ReturnType<ReturnType<typeof play>['rate']>) {
  return turn.of('record').flatMap(({ record }) => (record.what === 'survey-answer' ? [record] : []));
}

describe('a rating', () => {
  it.each(Object.entries(ratingRanges))(
    'on the scale %s takes its values and is low up to its limit',
    (name, range) => {
      const scale = name as (typeof ratingScales)[number];
      const rate = (value: number) => begun({ scale }).rate(value).texts;
      expect([rate(range.min), rate(range.lowUpTo)]).toEqual([['By low.'], ['By low.']]);
      expect([rate(range.lowUpTo + 1), rate(range.max)]).toEqual([['By next.'], ['By next.']]);
      for (const outside of [range.min - 1, range.max + 1, range.min + 0.5]) {
        const chat = begun({ scale });
        chat.rate(outside);
        expect(chat.state.variables.score).toBeUndefined();
      }
    },
  );

  it('is low up to what is drawn', () => {
    expect(begun({ lowUpTo: 4 }).rate(4).texts).toEqual(['By low.']);
  });

  it('may be typed, is kept, and is a subject of conditions', () => {
    const chat = begun();
    expect(chat.say('2 stars').texts).toEqual(['By low.']);
    expect(chat.state.variables.score).toBe(2);
    expect(chat.say('mood', { means: ['again/asked'] }).texts).toEqual(['Bad.']);
  });

  it('may be skipped, by its button or by writing of something else', () => {
    expect(begun().press('skip').texts).toEqual(['By skipped.']);
    expect(begun().say('whatever').texts).toEqual(['By skipped.']);
  });

  it('is asked for a comment, which may come with it, after it, or not at all', () => {
    const after = begun({ comment: true });
    expect(after.rate(1).texts[0]).not.toContain('By');
    const commented = after.say('too slow');
    expect(commented.texts).toEqual(['By low.']);
    expect(answers(commented)).toMatchObject([{ survey: 'csat', value: 1, comment: 'too slow' }]);
    const beside = begun({ comment: true }).rate(5, 'great');
    expect(beside.texts).toEqual(['By next.']);
    expect(answers(beside)).toMatchObject([{ value: 5, comment: 'great' }]);
    const without = begun({ comment: true });
    without.rate(5);
    expect(without.press('skip').texts).toEqual(['By next.']);
  });

  it('belongs to its survey also after an interruption, and when it is given once more', () => {
    const chat = begun();
    expect(chat.say('hours', { means: ['hours/asked'] }).texts).toEqual(['All day.']);
    expect(answers(chat.rate(4))).toMatchObject([{ survey: 'csat', value: 4 }]);
    expect(chat.state.survey).toBeNull();
    expect(answers(chat.rate(5))).toMatchObject([{ survey: 'csat', value: 5 }]);
  });

  it('ends the survey where its way on is not connected', () => {
    const chat = begun({}, []);
    chat.rate(5);
    expect(chat.state).toMatchObject({ open: null, survey: null });
  });
});

describe('a survey', () => {
  it('drops the question that its flow interrupted, with the callers beneath', () => {
    const file = sketch({
      main: {
        start: { type: 'conversation-start', to: 'run' },
        run: { type: 'run-flow', data: { flow: 'part', return: true }, to: 'after' },
        after: text('After.'),
      },
      part: {
        begin: { type: 'flow-start', to: 'ask' },
        ask: { type: 'ask', data: { variable: 'score', prompt: 'How many?', answer: 'number' } },
      },
      quick: {
        asked: { type: 'text-request', data: { phrases: ['rate'], interrupts: true }, to: 'begin' },
        begin: { type: 'start-survey', data: { name: 'csat', label: 'Stars', start: [] }, to: 'thanks' },
        thanks: text('Thanks.'),
      },
    });
    const chat = play(file);
    expect(chat.start().texts).toEqual(['How many?']);
    expect(chat.say('rate', { means: ['quick/asked'] }).texts).toEqual(['Thanks.']);
    expect(chat.state).toMatchObject({ open: null, stack: [] });
  });

  it.each(['queue', 'agent'])('does not begin with the handler %s', (handler) => {
    const file = sketch({
      main: {
        want: { type: 'text-request', data: { include: ['person'], phrases: [] }, to: 'reply' },
        reply: { type: 'handoff-reply', data: { text: 'One moment.', priority: 'normal' } },
      },
      survey: {
        begin: { type: 'start-survey', data: { name: 'csat', label: 'x', start: [] }, to: 'say' },
        say: text('x'),
      },
    });
    const chat = play(file);
    if (handler === 'agent') chat.join();
    else chat.say('human', { person: 'main/want' });
    expect(chat.state.handler).toBe(handler);
    expect(chat.send({ type: 'start-survey', name: 'csat' }).effects).toEqual([]);
  });
});
