import { describe, expect, it } from 'vitest';
import type { AnswerType } from '../kinds/answer.ts';
import type { VariableType } from '../schema/bot-settings.ts';
import { play } from './testing/driver.ts';
import { sketch } from './testing/sketch.ts';

interface About {
  answer: AnswerType;
  type?: VariableType;
  more?: Record<string, unknown>;
}

/** A request 'go' that asks one question, and a note before it that may hold the answer. */
function asking({ answer, type = 'text', more = {} }: About) {
  return sketch(
    {
      main: {
        go: { type: 'text-request', data: { phrases: ['go'] }, to: 'ask' },
        ask: {
          type: 'ask',
          data: { variable: 'value', prompt: 'Well?', answer, ...more },
          to: { answered: 'got', failed: 'gave-up' },
        },
        got: { type: 'message', data: { text: 'Got {{value}}.' } },
        'gave-up': { type: 'message', data: { text: 'Never mind.' } },
        clear: { type: 'text-request', data: { phrases: ['clear'] }, to: 'empty' },
        empty: { type: 'set-variable', data: { variable: 'value', value: '' } },
      },
    },
    {
      variables: [
        {
          name: 'value',
          type,
          scope: 'conversation',
          ...(type === 'choice' && { options: ['Red', 'Blue'] }),
        },
      ],
    },
  );
}

const go = { means: ['main/go'] };

describe('a question is answered by what stands in the sentence', () => {
  it.each([
    ['text', {}, 'it broke', 'it broke'],
    ['name', {}, 'my name is Ann', 'Ann'],
    ['name', {}, '42', '42'],
    ['email', {}, 'write to Ann@Example.com please', 'ann@example.com'],
    ['order-number', { example: 'AB-123456' }, 'it is zx987654, thanks', 'ZX-987654'],
    ['phone', {}, 'call +31 20 555 01 23', '+31205550123'],
    ['number', {}, 'I have 3 of them', 3],
    ['date', {}, 'on 24 December', '2026-12-24'],
  ] as const)('%s', (answer, more, said, value) => {
    const chat = play(asking({ answer, type: answer === 'number' ? 'number' : 'text', more }));
    expect(chat.say('go', go).texts).toEqual(['Well?']);
    expect(chat.say(said).texts).toEqual([`Got ${value}.`]);
    expect(chat.state.variables.value).toBe(value);
  });

  it('choice: by a button, or its label in a sentence', () => {
    const file = asking({ answer: 'choice', type: 'choice' });
    const pressed = play(file);
    expect(pressed.say('go', go).buttons).toEqual(['Red', 'Blue']);
    expect(pressed.press('Blue').texts).toEqual(['Got Blue.']);
    const typed = play(file);
    typed.say('go', go);
    expect(typed.say('the red one please').texts).toEqual(['Got Red.']);
  });

  it('file: by a file only', () => {
    const chat = play(asking({ answer: 'file', type: 'file' }));
    chat.say('go', go);
    expect(chat.say('here it is').texts[0]).toContain('paper clip');
    expect(chat.sendFile('cup.jpg').texts).toEqual(['Got cup.jpg.']);
  });
});

describe('a question is not asked', () => {
  it.each([
    ['email', {}, 'mail an@example.com about it', 'an@example.com'],
    ['order-number', { example: 'AB-123456' }, 'ab 123456 is late', 'AB-123456'],
    ['phone', {}, 'call me on +31 20 555 01 23', '+31205550123'],
  ] as const)('when the message that began the flow holds it: %s', (answer, more, said, value) => {
    expect(play(asking({ answer, more })).say(said, go).texts).toEqual([`Got ${value}.`]);
    const earlier = play(asking({ answer, more }));
    earlier.say(said);
    expect(earlier.say('go', go).texts).toEqual([`Got ${value}.`]);
  });

  it('when the variable is known, until it is emptied', () => {
    const chat = play(asking({ answer: 'text' }));
    chat.say('go', go);
    chat.say('blue');
    expect(chat.say('go', go).texts).toEqual(['Got blue.']);
    chat.say('clear', { means: ['main/clear'] });
    expect(chat.say('go', go).texts).toEqual(['Well?']);
  });

  it.each(['email', 'phone', 'name'] as const)('when the contact has it: %s', (answer) => {
    const chat = play(asking({ answer }), { facts: { contact: { [answer]: 'known' } } });
    expect(chat.say('go', go).texts).toEqual(['Got known.']);
  });
});

describe('a question is asked all the same', () => {
  it('with skipIfKnown off', () => {
    const file = asking({ answer: 'email', more: { skipIfKnown: false } });
    const chat = play(file, { facts: { contact: { email: 'an@example.com' } } });
    expect(chat.say('an@example.com', go).texts).toEqual(['Well?']);
  });

  it.each([
    ['number', 'I have 3'],
    ['date', 'tomorrow'],
    ['text', 'it broke'],
  ] as const)('of a type that is not taken from earlier words: %s', (answer, said) => {
    expect(play(asking({ answer })).say(said, go).texts).toEqual(['Well?']);
  });
});

describe('after an answer that does not fit', () => {
  const more = { retries: 1, retryText: 'Once more?' };

  it('the retry text comes as often as retries say, then the flow goes on by failed', () => {
    const chat = play(asking({ answer: 'email', more }));
    chat.say('go', go);
    expect(chat.say('none').texts).toEqual(['Once more?']);
    expect(chat.say('none').texts).toEqual(['Never mind.']);
    expect(chat.state.open).toBeNull();
  });

  it('a flow that leads from failed back to the question begins its tries anew', () => {
    const file = asking({ answer: 'email', more });
    for (const edge of file.flows[0]?.edges ?? []) if (edge.sourceHandle === 'failed') edge.target = 'ask';
    const chat = play(file);
    chat.say('go', go);
    const said = ['a', 'b', 'c', 'd'].map((words) => chat.say(words).texts);
    expect(said).toEqual([['Once more?'], ['Well?'], ['Once more?'], ['Well?']]);
  });

  it('an unconnected failed ends the flow, and the customer is not left without a reply', () => {
    const file = asking({ answer: 'email', more: { retries: 0 } });
    for (const flow of file.flows)
      flow.edges = flow.edges.filter(({ sourceHandle }) => sourceHandle !== 'failed');
    const chat = play(file);
    chat.say('go', go);
    expect(chat.say('none').texts[0]).toContain('anything else');
    expect(chat.state.open).toBeNull();
  });

  it('an unknown of the flow answers instead, and the question is asked again', () => {
    const file = asking({ answer: 'email' });
    const own = sketch({
      main: {
        lost: { type: 'unknown', data: { misses: 1, scope: 'flow' }, to: 'tell' },
        tell: { type: 'message', data: { text: 'It is in your mail.' } },
      },
      other: {
        lost: { type: 'unknown', data: { misses: 1, scope: 'flow' }, to: 'tell' },
        tell: { type: 'message', data: { text: 'Not this one.' } },
      },
    });
    const [main, other] = own.flows;
    file.flows[0]?.nodes.push(...(main?.nodes ?? []));
    file.flows[0]?.edges.push(...(main?.edges ?? []));
    if (other) file.flows.push(other);
    const chat = play(file);
    chat.say('go', go);
    expect(chat.say('what?').texts).toEqual(['It is in your mail.', 'Well?']);
    expect(chat.state).toMatchObject({ misses: 1, open: { tries: 1 } });
  });
});
