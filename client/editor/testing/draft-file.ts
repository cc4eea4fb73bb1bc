import type { DraftFile } from '../../../shared/kinds/document.ts';
import { draftFileSchema } from '../../../shared/kinds/document.ts';

/** A small bot for tests: a greeting, a choice with a button that leads on, and an empty second flow. */
export function draftFile(): DraftFile {
  return draftFileSchema.parse({
    format: 'baton/1',
    bot: {
      name: 'Shop',
      languages: ['en', 'nl'],
      persona: {},
      hours: null,
      departments: [],
      handoff: {},
      understanding: {},
      variables: [{ name: 'order_number', label: 'Order number' }],
      assets: {},
    },
    flows: [
      {
        id: 'main',
        name: 'Main',
        nodes: [
          { id: 'start', type: 'conversation-start', position: { x: 0, y: 0 }, data: {} },
          { id: 'hello', type: 'message', position: { x: 340, y: 0 }, data: { text: 'Hello' } },
          {
            id: 'menu',
            type: 'choice',
            position: { x: 680, y: 0 },
            data: {
              text: 'What is it about?',
              options: [
                { id: 'order', label: 'An order' },
                { id: 'person', label: 'A person' },
              ],
              retries: 1,
            },
          },
        ],
        edges: [
          { id: 'e1', source: 'start', sourceHandle: 'next', target: 'hello' },
          { id: 'e2', source: 'hello', sourceHandle: 'next', target: 'menu' },
          { id: 'e3', source: 'menu', sourceHandle: 'order', target: 'hello' },
        ],
      },
      { id: 'other', name: 'Other', nodes: [], edges: [] },
    ],
  });
}
