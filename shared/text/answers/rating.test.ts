import { expect, test } from 'vitest';
import type { RatingScale } from '../rating-scale.ts';
import { parseRating } from './rating.ts';

test.each<[string, RatingScale, number]>([
  ['5', 'stars', 5],
  ['4/5', 'stars', 4],
  ['5 stars!', 'stars', 5],
  ['5 sterren', 'stars', 5],
  ['5 gwiazdek', 'stars', 5],
  ['5 звезди', 'stars', 5],
  ['vijf sterren', 'stars', 5],
  ['pięć', 'stars', 5],
  ['4 out of 5', 'stars', 4],
  ['4 van de 5', 'stars', 4],
  ['ik geef een 4', 'stars', 4],
  ['⭐⭐⭐', 'stars', 3],
  ['★★★☆☆', 'stars', 3],
  ['😀', 'smileys', 5],
  ['☹️', 'smileys', 2],
  ['👍🏽', 'thumbs', 1],
  ['👎👎', 'thumbs', 0],
  ['duim omhoog', 'thumbs', 1],
  ['0', 'thumbs', 0],
  ['8/10', 'nps', 8],
  ['10', 'nps', 10],
  ['7', 'effort', 7],
])('%s on %s is %d', (text, scale, value) => {
  expect(parseRating(text, scale)).toBe(value);
});

test.each<[string, RatingScale]>([
  ['0', 'stars'],
  ['6', 'stars'],
  ['8/10', 'stars'],
  ['4,5', 'stars'],
  ['-3', 'stars'],
  ['3 4', 'stars'],
  ['i have 5 questions', 'stars'],
  ['11', 'nps'],
  ['2', 'thumbs'],
  ['👍', 'nps'],
  ['👍👎', 'thumbs'],
  ['', 'stars'],
])('%s on %s is no rating', (text, scale) => {
  expect(parseRating(text, scale)).toBe(null);
});
