import type { DraftFile, DraftNode, KindType } from '../../shared/kinds/document.ts';

type Drawn = readonly [
  id: string,
  type: KindType,
  data: object,
  to?: string | Readonly<Record<string, string>>,
];
type DrawnFlow = DraftFile['flows'][number];

const week = {
  mon: [['09:00', '17:30']],
  wed: [
    ['09:00', '12:00'],
    ['13:00', '20:00'],
  ],
  sat: [['10:00', '14:00']],
};
const departments = ['orders', 'invoices', 'sales', 'repairs'];
const variables = ['email', 'order_number', 'topic', 'colour', 'stars', 'improvement'];

/**
 * A bot of so many nodes (or a few less) as a shop might draw it: one flow a subject, each of 16 nodes with a
 * text-request, questions, a condition, buttons and a handoff, and two flows for what all of them share.
 */
export function toLargeBot(nodes: number): unknown {
  const shared = [toFrontFlow(), toSurveyFlow()];
  const drawn = shared.reduce((sum, flow) => sum + flow.nodes.length, 0);
  const subjects = Math.floor((nodes - drawn) / toSubjectFlow(0).nodes.length);
  return {
    format: 'baton/1',
    bot: {
      name: 'A shop with much to tell',
      languages: ['en', 'nl'],
      persona: { name: 'Robin' },
      hours: { timezone: 'Europe/Amsterdam', week },
      departments: departments.map((id) => ({ id, name: id, hours: { timezone: 'Europe/London', week } })),
      handoff: { notify: { emails: ['desk@shop.example'] } },
      variables: variables.map((name) => ({ name, type: name === 'stars' ? 'number' : 'text' })),
    },
    flows: [...shared, ...Array.from({ length: subjects }, (_, index) => toSubjectFlow(index))],
  };
}

function toFrontFlow(): DrawnFlow {
  return toFlow('front', [
    ['start', 'conversation-start', {}, 'hello'],
    [
      'hello',
      'message',
      {
        text: { en: 'Hello {{contact.name|there}}!', nl: 'Hallo {{contact.name|daar}}!' },
        suggestions: ['Where is my order?', 'Opening hours'],
      },
    ],
    ['person', 'text-request', { phrases: ['talk to a person'], include: ['person'] }, 'hand-over'],
    [
      'unhappy',
      'negative-feedback',
      { signals: ['thumbs-down', 'phrase', 'repeat'], phrases: ['that does not help'], times: 2 },
      'hand-over',
    ],
    [
      'hand-over',
      'handoff-reply',
      {
        consent: { question: 'Shall I connect you?', accept: 'Yes, please', decline: 'No' },
        text: 'A colleague comes. You are number {{queue.position}}.',
        variants: ['Somebody is coming.'],
        priority: 'normal',
        summary: '{{topic|No topic}} {{order_number}}',
      },
      { declined: 'declined' },
    ],
    ['declined', 'message', { text: 'Then I go on helping you.' }],
    ['miss', 'unknown', { misses: 1, scope: 'bot' }, 'again'],
    [
      'again',
      'message',
      { text: 'Could you say that in other words?', variants: ['I did not get that.', 'What do you mean?'] },
    ],
    ['misses', 'unknown', { misses: 3, scope: 'bot' }, 'hand-over'],
    ['silence', 'inactivity', { minutes: 5 }, 'still-there'],
    ['still-there', 'message', { text: 'Are you still there?' }],
    ['failed', 'bot-error', {}, 'sorry'],
    ['sorry', 'message', { text: 'Something went wrong.' }, 'hand-over'],
  ]);
}

function toSurveyFlow(): DrawnFlow {
  return toFlow('survey', [
    [
      'begin',
      'start-survey',
      { name: 'after-chat', label: 'After a chat', start: ['resolved', 'agent'] },
      'stars',
    ],
    [
      'stars',
      'rating',
      { variable: 'stars', question: 'How was it?', scale: 'stars', comment: true },
      { low: 'why', next: 'thanks' },
    ],
    [
      'why',
      'ask',
      { variable: 'improvement', prompt: 'What could be better?', answer: 'text', skipIfKnown: false },
      { answered: 'thanks' },
    ],
    ['thanks', 'message', { text: 'Thank you!' }],
  ]);
}

function toSubjectFlow(index: number): DrawnFlow {
  const subject = `subject ${index}`;
  const phrases = ['where is', 'question about', 'how does it go with', 'i need', 'tell me of'].map(
    (words) => `${words} ${subject}`,
  );
  const open = [
    {
      id: 'day',
      label: 'By day',
      all: [
        { subject: 'hours', op: 'is', value: 'open', department: 'sales' },
        { subject: 'time', op: 'between', value: ['06:00', '22:00'] },
      ],
    },
    {
      id: 'vip',
      label: 'Known',
      any: [
        { subject: 'tag', op: 'is', value: 'vip' },
        { subject: 'order_number', op: 'known' },
      ],
    },
  ];
  const options = ['Delivery', 'Return', 'Damage', 'Something else'].map((label, at) => ({
    id: `option-${at + 1}`,
    label: `${label} of ${subject}`,
  }));
  return toFlow(`subject-${index}`, [
    ['request', 'text-request', { phrases, interrupts: index % 10 === 0 }, 'intro'],
    [
      'intro',
      'message',
      {
        text: {
          en: `Let us look at ${subject}, {{contact.name|dear customer}}.`,
          nl: `Laten we kijken naar ${subject}.`,
        },
        link: { label: 'Read more', url: `https://shop.example/${index}` },
      },
      'topic',
    ],
    ['topic', 'set-variable', { variable: 'topic', value: subject }, 'branch'],
    ['branch', 'condition', { branches: open }, { day: 'email', vip: 'menu', otherwise: 'order' }],
    [
      'email',
      'ask',
      { variable: 'email', prompt: 'Your e-mail address?', answer: 'email', skipIfKnown: index % 2 === 0 },
      { answered: 'menu', failed: 'hand-over' },
    ],
    [
      'order',
      'ask',
      {
        variable: 'order_number',
        prompt: 'Your order number?',
        answer: 'order-number',
        example: 'AB-123456',
      },
      { answered: 'menu', failed: 'hand-over' },
    ],
    [
      'menu',
      'choice',
      { text: 'What is it about, {{email|you}}?', options, retries: 1 },
      {
        'option-1': 'delivery',
        'option-2': 'colour',
        'option-3': 'hand-over',
        'option-4': 'tagged',
        other: 'more',
      },
    ],
    [
      'delivery',
      'message',
      {
        text: `The delivery of ${subject} takes two days.`,
        variants: ['Two days, {{contact.name|friend}}.'],
      },
      'more',
    ],
    [
      'colour',
      'ask',
      { variable: 'colour', prompt: 'Which colour?', answer: 'text', skipIfKnown: false },
      { answered: 'returned' },
    ],
    [
      'returned',
      'message',
      { text: 'We note the colour {{colour}} for {{order_number|your order}}.' },
      'more',
    ],
    ['tagged', 'tag', { add: [`about-${index}`], remove: ['new'] }, 'pause'],
    ['pause', 'wait', { seconds: 2 }, 'other-subject'],
    [
      'other-subject',
      'message',
      { text: 'Here is all we know.', image: 'https://shop.example/all.png' },
      'more',
    ],
    ['more', 'message', { text: 'Anything else?', suggestions: ['Yes', 'No, thanks'] }],
    [
      'hand-over',
      'handoff-reply',
      {
        text: 'A colleague looks at {{topic}}. You are number {{queue.position}}.',
        department: departments[index % departments.length],
        priority: 'high',
        summary: '{{topic}}: {{email}} {{order_number}}',
      },
      { closed: 'closed', 'timed-out': 'closed', cancelled: 'more' },
    ],
    ['closed', 'message', { text: 'Nobody is there now; we write to {{email|you}}.' }],
  ]);
}

function toFlow(id: string, drawn: readonly Drawn[]): DrawnFlow {
  return {
    id,
    name: id,
    nodes: drawn.map(
      ([node, type, data], at): DraftNode => ({
        id: node,
        type,
        position: { x: 300 * (at % 4), y: 200 * Math.floor(at / 4) },
        data: data as Record<string, unknown>,
      }),
    ),
    edges: drawn.flatMap(([source, , , to = {}]) =>
      Object.entries(typeof to === 'string' ? { next: to } : to).map(([sourceHandle, target]) => ({
        id: `${source}-${sourceHandle}`,
        source,
        sourceHandle,
        target,
      })),
    ),
  };
}
