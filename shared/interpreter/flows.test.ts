import { describe, expect, it } from 'vitest';
import { play } from './testing/driver.ts';
import { type Sketched, sketch } from './testing/sketch.ts';

const text = (words: string, to?: string): Sketched => ({
  type: 'message',
  data: { text: words },
  ...(to !== undefined && { to }),
});
const begin = (to: string): Sketched => ({ type: 'text-request', data: { phrases: ['go'] }, to });
const go = { means: ['main/go'] };

describe('a flow that is run', () => {
  const called = (returns: boolean) =>
    sketch({
      main: {
        go: begin('run'),
        run: { type: 'run-flow', data: { flow: 'part', return: returns }, to: returns ? 'after' : {} },
        after: text('After.'),
      },
      part: { start: { type: 'flow-start', to: 'say' }, say: text('Part.') },
    });

  it('returns to its caller', () => {
    expect(play(called(true)).say('go', go).texts).toEqual(['Part.', 'After.']);
  });

  it('replaces its caller without return', () => {
    const chat = play(called(false));
    expect(chat.say('go', go).texts).toEqual(['Part.']);
    expect(chat.state.stack).toEqual([]);
  });

  it('takes the callers with it when it comes to an end node', () => {
    const file = called(true);
    file.flows[1]?.nodes.push({ id: 'end', type: 'end', position: { x: 0, y: 0 }, data: {} });
    file.flows[1]?.edges.push({ id: 'e', source: 'say', sourceHandle: 'next', target: 'end' });
    expect(play(file).say('go', go).texts).toEqual(['Part.']);
  });

  /** Flow 0 runs flow 1, which runs flow 2, … the last one says so. */
  const nested = (depth: number) =>
    sketch(
      Object.fromEntries([
        ...Array.from({ length: depth }, (_, level): [string, Record<string, Sketched>] => [
          level === 0 ? 'main' : `level-${level}`,
          {
            ...(level === 0 ? { go: begin('run') } : { start: { type: 'flow-start', to: 'run' } }),
            run: { type: 'run-flow', data: { flow: `level-${level + 1}`, return: true } },
          },
        ]),
        [`level-${depth}`, { start: { type: 'flow-start', to: 'say' }, say: text('Deep down.') }],
        ['oops', { error: { type: 'bot-error', to: 'say' }, say: text('Something broke.') }],
      ]),
    );

  it('may nest 20 deep, and beyond it is a bot-error', () => {
    expect(play(nested(20)).say('go', go).texts).toEqual(['Deep down.']);
    expect(play(nested(21)).say('go', go).texts).toEqual(['Something broke.']);
  });

  it('waits its turn while another flow waits for the outside', () => {
    const file = called(true);
    file.flows[0]?.nodes.push({
      id: 'call',
      type: 'http-request',
      position: { x: 0, y: 0 },
      data: { method: 'GET', url: 'https://example.com' },
    });
    const edge = file.flows[0]?.edges[0];
    if (edge) edge.target = 'call';
    const chat = play(file);
    const id = chat.say('go', go).of('http')[0]?.id ?? '';
    expect(chat.send({ type: 'run-flow', flow: 'part', agent: null }).texts).toEqual([]);
    expect(chat.send({ type: 'http-result', id, ok: true, variables: {} }).texts).toEqual(['Part.']);
    expect(chat.state).toMatchObject({ open: null, pending: [] });
  });
});

describe('a turn', () => {
  const row = (tags: number) =>
    sketch({
      main: {
        go: begin('tag-1'),
        ...Object.fromEntries(
          Array.from({ length: tags }, (_, index): [string, Sketched] => [
            `tag-${index + 1}`,
            { type: 'tag', data: { add: ['x'] }, to: index + 1 === tags ? 'say' : `tag-${index + 2}` },
          ]),
        ),
        say: text('Done.'),
      },
    });

  it('enters at most 100 nodes without a wait', () => {
    expect(play(row(98)).say('go', go).texts).toEqual(['Done.']);
    const chat = play(row(99));
    expect(chat.say('go', go).of('handler')).toMatchObject([{ to: 'queue', reason: 'fault' }]);
  });

  it('goes once round a flow that pauses for ever', () => {
    const chat = play(
      sketch({
        main: {
          start: { type: 'conversation-start', to: 'say' },
          say: text('Tick.', 'pause'),
          pause: { type: 'wait', data: { seconds: 2 }, to: 'say' },
        },
      }),
    );
    chat.start();
    const turn = chat.say('stop');
    expect(turn.texts[0]).toBe('Tick.');
    expect(turn.texts[1]).toContain('do not understand');
    expect(chat.ring('wait').texts).toEqual(['Tick.']);
  });
});

describe('a node that fails', () => {
  const broken = (oops: Sketched) =>
    sketch({
      main: { go: begin('bad'), bad: { type: 'message', data: {} } },
      oops: { error: { type: 'bot-error', to: 'do' }, do: oops },
    });

  it('brings the drawn bot-error, with the words that led to it', () => {
    const chat = play(broken(text('Something broke.')));
    const turn = chat.say('go', go);
    expect(turn.texts).toEqual(['Something broke.']);
    expect(chat.state.cause).toMatchObject({ type: 'bot-error', node: 'bad', text: 'go' });
  });

  it('hands over where the drawn bot-error fails too', () => {
    expect(
      play(broken({ type: 'message', data: {} }))
        .say('go', go)
        .of('handler'),
    ).toMatchObject([{ to: 'queue', reason: 'fault' }]);
  });
});

it('variants take turns', () => {
  const variants = ['Two.', 'Three.'];
  const chat = play(
    sketch({ main: { go: begin('say'), say: { type: 'message', data: { text: 'One.', variants } } } }),
  );
  const said = [1, 2, 3, 4].flatMap(() => chat.say('go', go).texts);
  expect(said).toEqual(['One.', 'Two.', 'Three.', 'One.']);
});

describe('a variable that is set', () => {
  const set = (variable: string, value: string, type: 'text' | 'number' | 'date' | 'boolean' = 'text') => {
    const chat = play(
      sketch(
        {
          main: {
            start: { type: 'conversation-start', to: 'set' },
            set: { type: 'set-variable', data: { variable, value }, to: 'say' },
            say: { type: 'message', data: { text: { en: 'Hello.', nl: 'Hallo.' } } },
          },
        },
        { languages: ['en', 'nl'], variables: [{ name: 'x', type, scope: 'conversation' }] },
      ),
    );
    return { turn: chat.start(), state: chat.state };
  };

  it.each([
    ['text', 'on {{now.date}}', 'on 2026-11-23'],
    ['number', '2,5', 2.5],
    ['number', 'many', undefined],
    ['number', '{{contact.age}}', ''],
    ['date', '{{now.date}}', '2026-11-23'],
    ['date', 'tomorrow', undefined],
    ['boolean', 'true', true],
    ['boolean', 'false', false],
  ] as const)('%s: %j', (type, value, kept) => {
    expect(set('x', value, type).state.variables.x).toBe(kept);
  });

  it('may be the language, which the bot then speaks if it can', () => {
    expect(set('conversation.language', 'nl-BE')).toMatchObject({
      state: { language: 'nl' },
      turn: { texts: ['Hallo.'] },
    });
    expect(set('conversation.language', 'fr').state.language).toBe('en');
  });

  it('may be an attribute of the contact', () => {
    expect(set('contact.plan', 'gold').turn.of('remember')).toEqual([
      { type: 'remember', name: 'plan', value: 'gold' },
    ]);
  });
});
