import { expect, test } from 'vitest';
import { computeLayout } from './layout.ts';

test('what follows stands to the right, and no two cards overlap', () => {
  const nodes = ['a', 'b', 'c', 'd'].map((id) => ({ id, width: 260, height: 150 }));
  const places = new Map(
    computeLayout({
      nodes,
      edges: [
        { source: 'a', target: 'b' },
        { source: 'a', target: 'c' },
        { source: 'b', target: 'a' },
      ],
    }),
  );
  const [a, b, c] = [places.get('a')!, places.get('b')!, places.get('c')!];
  expect(b.x).toBeGreaterThanOrEqual(a.x + 260);
  expect(c.x).toBe(b.x);
  expect(Math.abs(b.y - c.y)).toBeGreaterThanOrEqual(150);
  expect(places.size).toBe(4);
});
