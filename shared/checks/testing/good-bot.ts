/** A small bot without a single problem, fresh each time, for tests that break it at one place. */
export function toGoodBot() {
  return {
    format: 'baton/1',
    bot: {
      name: 'Web shop',
      slug: 'web-shop',
      languages: ['en', 'nl'],
      persona: { name: 'Robin', avatar: 'asset:robin' },
      hours: {
        timezone: 'Europe/Amsterdam',
        week: { mon: [['09:00', '17:30']], fri: [['22:00', '24:00']] },
        exceptions: [{ date: '2026-12-25', open: [] }],
      },
      departments: [{ id: 'support', name: 'Support', hours: null }],
      handoff: { notify: { emails: ['desk@example.com'] } },
      variables: [
        { name: 'order_number', label: 'Order number' },
        { name: 'size', type: 'choice', options: ['S', 'M', 'L'] },
        { name: 'stars', type: 'number' },
      ],
      assets: { robin: 'data:image/png;base64,iVBORw0KGgo=' },
    },
    flows: [toMainFlow(), toHandoffFlow()],
  };
}

const at = { x: 0, y: 0 };

function toMainFlow() {
  return {
    id: 'main',
    name: 'Main',
    nodes: [
      { id: 'start', type: 'conversation-start', position: at, data: {} },
      {
        id: 'hello',
        type: 'message',
        position: at,
        data: { text: { en: 'Hello!', nl: 'Hallo!' }, image: 'asset:robin' },
      },
      {
        id: 'menu',
        type: 'choice',
        position: at,
        data: {
          text: { en: 'What is it about?', nl: 'Waar gaat het over?' },
          options: [
            { id: 'order', label: { en: 'My order', nl: 'Mijn bestelling' } },
            { id: 'person', label: { en: 'Talk to us', nl: 'Praat met ons' } },
          ],
        },
      },
      {
        id: 'ask-order',
        type: 'ask',
        position: at,
        data: {
          variable: 'order_number',
          prompt: { en: 'Which order?', nl: 'Welke bestelling?' },
          answer: 'order-number',
          example: 'AB-123456',
        },
      },
      { id: 'ask-person', type: 'text-request', position: at, data: { include: ['person'] } },
      { id: 'missed', type: 'unknown', position: at, data: { misses: 2, scope: 'bot' } },
      { id: 'run', type: 'run-flow', position: at, data: { flow: 'handoff', return: false } },
    ],
    edges: [
      { id: 'e1', source: 'start', sourceHandle: 'next', target: 'hello' },
      { id: 'e2', source: 'hello', sourceHandle: 'next', target: 'menu' },
      { id: 'e3', source: 'menu', sourceHandle: 'order', target: 'ask-order' },
      { id: 'e4', source: 'menu', sourceHandle: 'person', target: 'run' },
      { id: 'e5', source: 'ask-order', sourceHandle: 'answered', target: 'run' },
      { id: 'e6', source: 'ask-order', sourceHandle: 'failed', target: 'run' },
      { id: 'e7', source: 'ask-person', sourceHandle: 'next', target: 'run' },
      { id: 'e8', source: 'missed', sourceHandle: 'next', target: 'run' },
    ],
  };
}

function toHandoffFlow() {
  return {
    id: 'handoff',
    name: 'Hand over',
    nodes: [
      { id: 'begin', type: 'flow-start', position: at, data: {} },
      {
        id: 'busy',
        type: 'condition',
        position: at,
        data: {
          branches: [
            {
              id: 'long',
              label: 'Long queue',
              all: [{ subject: 'queue-length', op: 'greater', value: 10, department: 'support' }],
            },
          ],
        },
      },
      {
        id: 'hand-over',
        type: 'handoff-reply',
        position: at,
        data: {
          consent: {
            question: { en: 'Shall I fetch a colleague?', nl: 'Zal ik een collega halen?' },
            accept: { en: 'Yes', nl: 'Ja' },
            decline: { en: 'No', nl: 'Nee' },
          },
          text: { en: 'One moment.', nl: 'Een ogenblik.' },
          department: 'support',
          priority: 'normal',
        },
      },
      {
        id: 'later',
        type: 'message',
        position: at,
        data: {
          text: {
            en: 'We mail you about {{order_number|your order}}.',
            nl: 'We mailen je over {{order_number|je bestelling}}.',
          },
        },
      },
    ],
    edges: [
      { id: 'e1', source: 'begin', sourceHandle: 'next', target: 'busy' },
      { id: 'e2', source: 'busy', sourceHandle: 'long', target: 'later' },
      { id: 'e3', source: 'busy', sourceHandle: 'otherwise', target: 'hand-over' },
      { id: 'e4', source: 'hand-over', sourceHandle: 'closed', target: 'later' },
      { id: 'e5', source: 'hand-over', sourceHandle: 'unavailable', target: 'later' },
    ],
  };
}
