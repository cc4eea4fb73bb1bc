const at = { x: 0, y: 0 };

/** A small bot with one of everything that the runtime has to carry out. */
export const deskBot = {
  format: 'baton/1',
  bot: {
    name: 'Desk',
    slug: 'desk',
    languages: ['en', 'nl'],
    persona: { name: 'Robin', avatar: 'asset:robin' },
    departments: [{ id: 'sales', name: 'Sales' }],
    handoff: {
      waitMinutes: 5,
      answerMinutes: 10,
      agentSilenceMinutes: 60,
      notify: { emails: ['desk@example.com'] },
    },
    variables: [
      { name: 'order', label: 'Order' },
      { name: 'mark', label: 'Mark', type: 'number' },
      { name: 'email', label: 'E-mail', scope: 'contact' },
      { name: 'status', label: 'Status' },
    ],
    assets: { robin: 'data:image/png;base64,iVBORw0KGgo=' },
  },
  flows: [
    {
      id: 'main',
      name: 'Main',
      nodes: [
        { id: 'start', type: 'conversation-start', position: at, data: {} },
        {
          id: 'hello',
          type: 'message',
          position: at,
          data: { text: 'Hello, I am Robin.', suggestions: ['Opening hours'] },
        },
        {
          id: 'hours',
          type: 'text-request',
          position: at,
          data: { phrases: ['opening hours'], match: 'meaning', interrupts: false },
        },
        { id: 'open', type: 'message', position: at, data: { text: 'We are open all day.' } },
        {
          id: 'order',
          type: 'text-request',
          position: at,
          data: { phrases: ['where is my order'], match: 'meaning', interrupts: false },
        },
        {
          id: 'ask',
          type: 'ask',
          position: at,
          data: { variable: 'order', prompt: 'Which order?', answer: 'order-number', example: 'AB-123456' },
        },
        {
          id: 'call',
          type: 'http-request',
          position: at,
          data: {
            method: 'GET',
            url: 'http://{{secret.shop_host}}/{{order}}',
            save: [{ path: 'order.0.status', variable: 'status' }],
          },
        },
        { id: 'status', type: 'message', position: at, data: { text: 'Your order is {{status}}.' } },
        { id: 'no-status', type: 'message', position: at, data: { text: 'The shop does not answer.' } },
        {
          id: 'slow',
          type: 'text-request',
          position: at,
          data: { phrases: ['think slowly'], match: 'exact', interrupts: false },
        },
        { id: 'wait', type: 'wait', position: at, data: { seconds: 30 } },
        { id: 'thought', type: 'message', position: at, data: { text: 'I have thought.' } },
      ],
      edges: [
        { id: 'e1', source: 'start', sourceHandle: 'next', target: 'hello' },
        { id: 'e2', source: 'hours', sourceHandle: 'next', target: 'open' },
        { id: 'e3', source: 'order', sourceHandle: 'next', target: 'ask' },
        { id: 'e4', source: 'ask', sourceHandle: 'answered', target: 'call' },
        { id: 'e5', source: 'call', sourceHandle: 'ok', target: 'status' },
        { id: 'e6', source: 'call', sourceHandle: 'failed', target: 'no-status' },
        { id: 'e7', source: 'slow', sourceHandle: 'next', target: 'wait' },
        { id: 'e8', source: 'wait', sourceHandle: 'next', target: 'thought' },
      ],
    },
    {
      id: 'people',
      name: 'People',
      nodes: [
        {
          id: 'person',
          type: 'text-request',
          position: at,
          data: { phrases: [], include: ['person'], match: 'meaning', interrupts: true },
        },
        {
          id: 'sales',
          type: 'text-request',
          position: at,
          data: { phrases: ['a large quote'], match: 'exact', interrupts: false },
        },
        {
          id: 'handoff',
          type: 'handoff-reply',
          position: at,
          data: { text: 'A colleague will be with you.', priority: 'normal', summary: 'Wants a person' },
        },
        {
          id: 'to-sales',
          type: 'handoff-reply',
          position: at,
          data: { text: 'Sales will be with you.', priority: 'high', department: 'sales' },
        },
        { id: 'busy', type: 'message', position: at, data: { text: 'All are busy.' } },
        {
          id: 'note',
          type: 'text-request',
          position: at,
          data: { phrases: ['leave a note'], match: 'exact', interrupts: false },
        },
        {
          id: 'ticket',
          type: 'ticket',
          position: at,
          data: {
            integration: 'inbox',
            subject: 'Call back',
            body: 'Please',
            fields: [{ name: 'Order', value: '{{order|none}}' }],
          },
        },
        { id: 'noted', type: 'message', position: at, data: { text: 'Noted.' } },
      ],
      edges: [
        { id: 'e1', source: 'person', sourceHandle: 'next', target: 'handoff' },
        { id: 'e2', source: 'handoff', sourceHandle: 'timed-out', target: 'busy' },
        { id: 'e3', source: 'sales', sourceHandle: 'next', target: 'to-sales' },
        { id: 'e4', source: 'note', sourceHandle: 'next', target: 'ticket' },
        { id: 'e5', source: 'ticket', sourceHandle: 'created', target: 'noted' },
      ],
    },
    {
      id: 'survey',
      name: 'Survey',
      nodes: [
        {
          id: 'begin',
          type: 'start-survey',
          position: at,
          data: { name: 'happy', label: 'Happy?', start: ['resolved', 'agent'] },
        },
        {
          id: 'rate',
          type: 'rating',
          position: at,
          data: { variable: 'mark', question: 'How was it?', scale: 'stars' },
        },
        { id: 'thanks', type: 'message', position: at, data: { text: 'Thank you.' } },
      ],
      edges: [
        { id: 'e1', source: 'begin', sourceHandle: 'next', target: 'rate' },
        { id: 'e2', source: 'rate', sourceHandle: 'next', target: 'thanks' },
      ],
    },
  ],
};
