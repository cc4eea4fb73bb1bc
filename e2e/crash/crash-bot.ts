/** What a customer's message makes the crash bot do; the message is the word and a token of its own. */
export const words = ['plain', 'note', 'memo', 'think', 'call', 'remember', 'label', 'person'] as const;
export type Word = (typeof words)[number];

/** What the bot says when the handoff begins, and when a customer stops waiting without having met anybody. */
export const waitBegins = 'Somebody comes';
export const waitEnds = { busy: 'All are busy.', left: 'You have left the queue.' };

const position = { x: 0, y: 0 };

/**
 * A bot that does one of everything that must happen once, each time with the token of the message that asked
 * for it, so that what is stored can be counted: words, a mail, a note, a timer, a call, values, a handoff.
 * @param outside where its calls go: a server of the test's own.
 * @param waitMinutes how long a customer waits for a person; by default nobody gives up.
 */
export function toCrashBot(outside: string, waitMinutes = 600): unknown {
  return {
    format: 'baton/1',
    bot: {
      name: 'Crash',
      slug: 'crash',
      languages: ['en'],
      handoff: {
        waitMinutes,
        answerMinutes: 600,
        agentSilenceMinutes: 600,
        reopenMinutes: 0.0001,
        notify: { emails: ['desk@example.com'] },
      },
      variables: [
        { name: 'thought', label: 'Thought' },
        { name: 'called', label: 'Called' },
        { name: 'answer', label: 'Answer' },
      ],
    },
    flows: [
      answering('plain', 'Echo {{message.text}}.'),
      doing('note', [ticket('mail'), message('Noted {{message.text}}.')], ['created']),
      doing('memo', [ticket('inbox'), message('Kept {{message.text}}.')], ['created']),
      doing('remember', [set('contact.last', '{{message.text}}'), message('Remembered {{message.text}}.')]),
      doing('label', [{ type: 'tag', data: { add: ['labelled'] } }, message('Labelled {{message.text}}.')]),
      doing('think', [
        set('thought', '{{message.text}}'),
        { type: 'wait', data: { seconds: 0.8 } },
        message('Thought {{thought}}.'),
      ]),
      calling(outside),
      handingOver(),
    ],
  };
}

interface Step {
  type: string;
  data: Record<string, unknown>;
}

const message = (text: string): Step => ({ type: 'message', data: { text } });
const set = (variable: string, value: string): Step => ({ type: 'set-variable', data: { variable, value } });
const ticket = (integration: string): Step => ({
  type: 'ticket',
  data: { integration, subject: 'Ticket {{message.text}}', body: '' },
});

function trigger(word: Word) {
  const data =
    word === 'person'
      ? { phrases: ['person'], include: ['person'], match: 'contains', interrupts: true }
      : { phrases: [word], match: 'contains', interrupts: false };
  return { id: 'begin', type: 'text-request', position, data };
}

function answering(word: Word, text: string) {
  return doing(word, [message(text)]);
}

/** A flow of steps one after the other; `ports` are the ways out of those that have another than `next`. */
function doing(word: Word, steps: Step[], ports: string[] = []) {
  const ids = steps.map((_, index) => `step-${index + 1}`);
  return {
    id: word,
    name: word,
    nodes: [trigger(word), ...steps.map((step, index) => ({ id: ids[index], position, ...step }))],
    edges: ids.map((target, index) => ({
      id: `e${index}`,
      source: index === 0 ? 'begin' : ids[index - 1],
      sourceHandle: index === 0 ? 'next' : (ports[index - 1] ?? 'next'),
      target,
    })),
  };
}

/** Calls the outside and says what came of it; a call whose outcome a crash has left unknown has failed. */
function calling(outside: string) {
  const call = {
    id: 'call',
    type: 'http-request',
    position,
    data: {
      method: 'POST',
      url: `${outside}/calls`,
      body: '{"token":"{{message.text}}"}',
      save: [{ path: 'answer', variable: 'answer' }],
    },
  };
  return {
    id: 'call',
    name: 'call',
    nodes: [
      trigger('call'),
      { id: 'keep', position, ...set('called', '{{message.text}}') },
      call,
      { id: 'ok', position, ...message('Called {{called}}.') },
      { id: 'failed', position, ...message('Called {{called}} in vain.') },
    ],
    edges: [
      { id: 'e1', source: 'begin', sourceHandle: 'next', target: 'keep' },
      { id: 'e2', source: 'keep', sourceHandle: 'next', target: 'call' },
      { id: 'e3', source: 'call', sourceHandle: 'ok', target: 'ok' },
      { id: 'e4', source: 'call', sourceHandle: 'failed', target: 'failed' },
    ],
  };
}

function handingOver() {
  return {
    id: 'person',
    name: 'person',
    nodes: [
      trigger('person'),
      {
        id: 'handoff',
        type: 'handoff-reply',
        position,
        data: { text: `${waitBegins}, {{message.text}}.`, priority: 'normal', summary: '{{message.text}}' },
      },
      { id: 'after', position, ...message('Settled {{handoff.outcome}}.') },
      { id: 'busy', position, ...message(waitEnds.busy) },
      { id: 'left', position, ...message(waitEnds.left) },
    ],
    edges: [
      { id: 'e1', source: 'begin', sourceHandle: 'next', target: 'handoff' },
      { id: 'e2', source: 'handoff', sourceHandle: 'resolved', target: 'after' },
      { id: 'e3', source: 'handoff', sourceHandle: 'timed-out', target: 'busy' },
      { id: 'e4', source: 'handoff', sourceHandle: 'cancelled', target: 'left' },
    ],
  };
}
