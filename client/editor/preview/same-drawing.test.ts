import { produce } from 'immer';
import { expect, it } from 'vitest';
import { sketch } from '../../../shared/interpreter/testing/sketch.ts';
import { isSameDrawing } from './same-drawing.ts';

const file = sketch({ main: { a: { type: 'message', data: { text: 'Hello' } }, b: { type: 'end' } } });

it('does not mind where steps stand', () => {
  const moved = produce(file, (draft) => {
    draft.flows[0]!.nodes[0]!.position.x = 40;
  });
  expect(moved).not.toBe(file);
  expect(isSameDrawing(file, moved)).toBe(true);
});

it('notices other words, other connections, other settings and other flows', () => {
  const changes = [
    produce(file, (draft) => {
      draft.flows[0]!.nodes[0]!.data.text = 'Hi';
    }),
    produce(file, (draft) => {
      draft.flows[0]!.edges.push({ id: 'e', source: 'a', sourceHandle: 'next', target: 'b' });
    }),
    produce(file, (draft) => {
      draft.bot.handoff.enabled = false;
    }),
    produce(file, (draft) => {
      draft.flows.pop();
    }),
  ];
  expect(changes.map((changed) => isSameDrawing(file, changed))).toEqual([false, false, false, false]);
});
