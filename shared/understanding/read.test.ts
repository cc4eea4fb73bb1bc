import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readingSchema } from '../schema/reading.ts';
import type { Strictness, TrainingTrigger } from './model.ts';
import { readMessage } from './read.ts';
import { trainModel } from './train.ts';

type Draft = Partial<TrainingTrigger> & { node: string };

const trigger = (draft: Draft): TrainingTrigger => ({
  flow: 'main',
  kind: 'text-request',
  phrases: [],
  include: [],
  match: 'meaning',
  ...draft,
});
const train = (drafts: Draft[], strictness: Strictness = 'balanced') =>
  trainModel(drafts.map(trigger), { languages: ['en'], strictness });
const shop = (strictness?: Strictness) =>
  train(
    [
      {
        node: 'status',
        phrases: ['where is my order', 'track my package', 'when will my parcel arrive', 'order status'],
      },
      {
        node: 'return',
        phrases: [
          'how do I return an item',
          'I want to send my order back',
          'return policy',
          'get my money back',
        ],
      },
      { node: 'cancel', phrases: ['cancel my order', 'I want to cancel', 'stop my order please'] },
      { node: 'hours', phrases: ['when are you open', 'opening hours', 'are you open on sunday'] },
      {
        node: 'wrong',
        kind: 'negative-feedback',
        phrases: ['that did not help', 'this answer is useless', 'wrong answer'],
      },
      { node: 'agent', include: ['person'], phrases: ['I want to complain'] },
    ],
    strictness,
  );
const read = (text: string, earlier: string[] = [], model = shop()) => readMessage(model, text, { earlier });
const best = (text: string, model = shop()) => read(text, [], model).candidates[0]?.node ?? null;

test.each([
  ['Where is my order?', 'status'],
  ['where can i track the parcel', 'status'],
  ['can you tell me the status of order AB-123456 please', 'status'],
  ['trak my pakage', 'status'],
  ['I would like to return this item', 'return'],
  ['please cancel the order', 'cancel'],
  ['what are the opening hours', 'hours'],
  ['are you open sundays', 'hours'],
])('%s means %s', (text, node) => {
  expect(best(text)).toBe(node);
});

test.each([
  'what is the weather today',
  'how do I do that',
  'where are you',
  'when can I',
  'do you sell bicycles',
  'I want to know something',
  'is it the best way to',
  'tell me a joke',
  '👍',
  '?',
  '',
  'AB-123456',
  'jan@example.com',
])('%j is not understood', (text) => {
  expect(read(text).candidates).toEqual([]);
});

const polish = train([
  { node: 'status', phrases: ['gdzie jest moja paczka', 'status zamówienia', 'kiedy dostanę przesyłkę'] },
  { node: 'return', phrases: ['chcę zwrócić towar', 'jak zrobić zwrot', 'zwrot pieniędzy'] },
]);
const dutch = train([
  {
    node: 'status',
    phrases: ['waar is mijn pakket', 'status van mijn bestelling', 'wanneer wordt het bezorgd'],
  },
  {
    node: 'return',
    phrases: ['ik wil iets retourneren', 'hoe kan ik mijn bestelling terugsturen', 'geld terug'],
  },
]);
const bulgarian = train([
  { node: 'status', phrases: ['къде е моята поръчка', 'статус на поръчка', 'кога ще пристигне пратката'] },
  { node: 'return', phrases: ['искам да върна стока', 'как се прави връщане', 'върнете ми парите'] },
]);

test.each([
  ['gdzie są moje paczki', polish, 'status'],
  ['jaki jest status mojego zamowienia', polish, 'status'],
  ['chciałbym zrobić zwrot towaru', polish, 'return'],
  ['jaka jest dziś pogoda', polish, null],
  ['czy mogę prosić o to', polish, null],
  ['waar blijven mijn pakketten', dutch, 'status'],
  ['ik wil mijn bestelling retour sturen', dutch, 'return'],
  ['wat is het weer vandaag', dutch, null],
  ['kan ik mijn iets', dutch, null],
  ['къде са ми поръчките', bulgarian, 'status'],
  ['искам да върна стоката', bulgarian, 'return'],
  ['какво е времето днес', bulgarian, null],
  ['искам да знам нещо', bulgarian, null],
])('%s is read in its own language', (text, model, node) => {
  expect(best(text, model)).toBe(node);
});

test('a phrase written exactly so beats everything, whatever the signs', () => {
  const reading = read('CANCEL, my order!!');
  expect(reading.candidates).toEqual([{ flow: 'main', node: 'cancel', score: 1 }]);
  expect(reading.close).toBe(false);
});

test('contains wants the whole words of a phrase somewhere, exact wants nothing else', () => {
  const model = train([
    { node: 'contains', match: 'contains', phrases: ['gift card'] },
    { node: 'exact', match: 'exact', phrases: ['stop'] },
  ]);
  expect(best('do you have a gift card for my mother', model)).toBe('contains');
  expect(best('gift cards', model)).toBe(null);
  expect(best('Stop!', model)).toBe('exact');
  expect(best('stop it', model)).toBe(null);
});

test('two triggers that fit alike are too close to call', () => {
  const model = train([
    { node: 'delivery', phrases: ['delivery costs'] },
    { node: 'return', phrases: ['return costs'] },
  ]);
  const reading = readMessage(model, 'costs', { earlier: [] });
  expect(reading.close).toBe(true);
  expect(reading.candidates.map(({ node }) => node)).toEqual(['delivery', 'return']);
});

test('strictness moves the threshold', () => {
  const text = 'my order is broken';
  expect(read(text, [], shop('bold')).candidates[0]?.node).toBe('status');
  expect(read(text, [], shop('careful')).candidates).toEqual([]);
});

test('negative feedback by a phrase is told apart from requests', () => {
  const reading = read("that didn't help, wrong answer");
  expect(reading.feedback).toEqual([{ flow: 'main', node: 'wrong' }]);
  expect(reading.candidates).toEqual([]);
});

test('a request for a person goes to the trigger that includes it, and to none without one', () => {
  expect(read('can I talk to a human').person).toEqual({ flow: 'main', node: 'agent' });
  expect(read('I want to complain').person).toEqual({ flow: 'main', node: 'agent' });
  expect(read('my agent code is 12').person).toBe(null);
  expect(readMessage(dutch, 'mens aub', { earlier: [] }).person).toBe(null);
});

test('values are found and set aside', () => {
  const text = 'track my package, mail jan@example.com or call +31 6 12345678, bought 3 on 2026-11-02';
  const reading = readMessage(shop(), text, { earlier: [], languages: ['nl'] });
  expect(reading.entities).toEqual([
    { type: 'email', value: 'jan@example.com', text: 'jan@example.com' },
    { type: 'phone', value: '+31612345678', text: '+31 6 12345678' },
    { type: 'number', value: 3, text: '3' },
    { type: 'date', value: '2026-11-02', text: '2026-11-02' },
  ]);
});

test('a message that means the same as an earlier one repeats it', () => {
  expect(read('where is my parcel??', ['Where is my parcel']).repeats).toBe(true);
  expect(read('so when will the parcel arrive', ['when will my parcels arrive?', 'thanks']).repeats).toBe(
    true,
  );
  expect(read('cancel it', ['where is my parcel']).repeats).toBe(false);
  expect(read('yes', ['yes']).repeats).toBe(false);
  expect(read('status of order 12345', ['status of order 54321']).repeats).toBe(false);
  expect(read('where is my parcel', ['where is my parcel', 'hello', 'thanks']).repeats).toBe(false);
});

test('the same triggers give the same model and reading, also through JSON', () => {
  const model = JSON.parse(JSON.stringify(shop()));
  expect(model).toEqual(shop());
  expect(read('where can i track the parcel', [], model)).toEqual(read('where can i track the parcel'));
});

test('a reading fits its schema whatever is typed', () => {
  const model = shop();
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.array(fc.string()), (text, earlier) => {
      const reading = readMessage(model, text, { earlier });
      expect(readingSchema.parse(JSON.parse(JSON.stringify(reading)))).toEqual(reading);
    }),
  );
});

test('a bot with no triggers understands nothing and does not fail', () => {
  expect(readMessage(train([]), 'hello', { earlier: [] }).candidates).toEqual([]);
  expect(readMessage(train([{ node: 'empty' }]), 'hello', { earlier: [] }).candidates).toEqual([]);
});

test('a message of 64 kB is read at once', () => {
  const model = shop();
  const started = performance.now();
  for (const unit of ['order ', '1 ', 'a', '@', 'where is my order? '])
    read(unit.repeat(65_536 / unit.length), [unit], model);
  expect(performance.now() - started).toBeLessThan(1_000);
});
