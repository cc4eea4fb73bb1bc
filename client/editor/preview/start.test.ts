import { expect, it } from 'vitest';
import { sketch } from '../../../shared/interpreter/testing/sketch.ts';
import { beginning, renewStart, toStart } from './start.ts';

const file = sketch({
  called: { a: { type: 'flow-start', data: {} }, b: { type: 'text-request', data: { phrases: ['hi'] } } },
  asked: { a: { type: 'text-request', data: { phrases: ['where is it', 'order'] } } },
  person: { a: { type: 'text-request', data: { phrases: [], include: ['person'] } } },
  survey: { a: { type: 'start-survey', data: { name: 'stars' } } },
  sent: { a: { type: 'event', data: { name: 'paid' } } },
  missed: { a: { type: 'unknown', data: { misses: 1 } } },
  empty: { a: { type: 'text-request', data: { phrases: [] } } },
});
const startOf = (id: string) => toStart(file.flows.find((flow) => flow.id === id)!, 'a person, please');

it('begins a flow by whatever begins it in earnest', () => {
  expect(startOf('called')).toEqual({ type: 'flow', flow: 'called' });
  expect(startOf('asked')).toEqual({ type: 'words', flow: 'asked', words: 'where is it' });
  expect(startOf('person')).toEqual({ type: 'words', flow: 'person', words: 'a person, please' });
  expect(startOf('survey')).toEqual({ type: 'survey', flow: 'survey', name: 'stars' });
  expect(startOf('sent')).toEqual({ type: 'event', flow: 'sent', name: 'paid' });
});

it('cannot begin a flow that only the course of a conversation reaches', () => {
  expect(startOf('missed')).toBeNull();
  expect(startOf('empty')).toBeNull();
});

it('goes back to the beginning where the flow is gone', () => {
  expect(renewStart({ type: 'flow', flow: 'gone' }, file, '')).toEqual(beginning);
  expect(renewStart({ type: 'words', flow: 'asked', words: 'old' }, file, '')).toMatchObject({
    words: 'where is it',
  });
});
