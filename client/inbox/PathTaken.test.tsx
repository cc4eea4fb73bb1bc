import { expect, it } from 'vitest';
import { renderScreen } from '../ui/testing/render-screen.tsx';
import { PathTaken } from './PathTaken.tsx';

const place = { flow: 'main', flowName: 'Returns', at: '2026-11-21T08:00:00.000Z' };

it('tells steps of the same kind apart by their own words', async () => {
  const path = [
    { ...place, node: 'a', kind: 'ask', label: 'What is your order number?' },
    { ...place, node: 'b', kind: 'ask', label: 'What is wrong with it?' },
    { ...place, node: 'c', kind: 'end' },
  ];
  const { screen } = renderScreen([{ path: '/', element: <PathTaken path={path} /> }], '/');
  await screen.findByText('Returns');
  const steps = screen.getAllByRole('listitem').map((step) => step.querySelector('span')?.textContent ?? '');
  expect(steps).toEqual(['QuestionWhat is your order number?', 'QuestionWhat is wrong with it?', 'End']);
});
