import { describe, expect, it } from 'vitest';
import type { Rule } from '../kinds/rule.ts';
import type { Facts } from '../schema/facts.ts';
import type { Value } from '../schema/value.ts';
import { play } from './testing/driver.ts';
import { sketch } from './testing/sketch.ts';

const types = { words: 'text', amount: 'number', day: 'date', sure: 'boolean' } as const;

/** Whether the rule held, in a conversation with these values and facts. */
function holds(rule: Rule, about: { values?: Record<string, Value>; facts?: Partial<Facts> } = {}): boolean {
  const file = sketch(
    {
      main: {
        event: { type: 'event', data: { name: 'judge' }, to: 'judge' },
        judge: {
          type: 'condition',
          data: { branches: [{ id: 'yes', label: 'Yes', all: [rule] }] },
          to: { yes: 'yes', otherwise: 'no' },
        },
        yes: { type: 'message', data: { text: 'yes' } },
        no: { type: 'message', data: { text: 'no' } },
      },
    },
    { variables: Object.entries(types).map(([name, type]) => ({ name, type, scope: 'conversation' })) },
  );
  const chat = play(file, { facts: about.facts ?? {} });
  const said = chat.send({ type: 'named-event', name: 'judge', variables: about.values ?? {} }).texts;
  expect(said).toHaveLength(1);
  return said[0] === 'yes';
}

describe('a variable', () => {
  it.each([
    ['words', 'is', 'Blue', 'blue', true],
    ['words', 'is', 'Żółw', 'zolw', true],
    ['words', 'is', 'red', 'blue', false],
    ['words', 'is-not', 'red', 'blue', true],
    ['words', 'contains', 'a blue car', 'Blue', true],
    ['words', 'contains', 'a red car', 'blue', false],
    ['words', 'contains', 'great 👍', '👍', true],
    ['words', 'contains', 'great', '👍', false],
    ['words', 'known', 'x', undefined, true],
    ['words', 'known', '', undefined, false],
    ['words', 'unknown', '', undefined, true],
    ['words', 'one-of', 'b', ['a', 'b'], true],
    ['words', 'one-of', 'c', ['a', 'b'], false],
    ['amount', 'greater', 10, 9, true],
    ['amount', 'greater', 10, '10', false],
    ['amount', 'less', 9.5, '10', true],
    ['amount', 'between', 1, [1, 5], true],
    ['amount', 'between', 5, [1, 5], true],
    ['amount', 'between', 6, [1, 5], false],
    ['amount', 'between', 3, [5, 1], false],
    ['day', 'less', '2026-12-24', '2026-12-25', true],
    ['day', 'between', '2026-12-25', ['2026-12-24', '2026-12-25'], true],
    ['sure', 'is', true, true, true],
    ['sure', 'is', false, true, false],
  ] as const)('%s %s: %j beside %j is %s', (subject, op, value, wanted, expected) => {
    expect(holds({ subject, op, value: wanted as Rule['value'] }, { values: { [subject]: value } })).toBe(
      expected,
    );
  });

  it('that is not known fulfils nothing but unknown and is-not', () => {
    const rules: [Rule['op'], Rule['value']][] = [
      ['is', 'x'],
      ['contains', 'x'],
      ['known', undefined],
      ['greater', 0],
      ['less', 9],
      ['between', [0, 9]],
      ['one-of', ['x']],
    ];
    expect(rules.filter(([op, value]) => holds({ subject: 'words', op, value }))).toEqual([]);
    expect(holds({ subject: 'words', op: 'unknown' })).toBe(true);
    expect(holds({ subject: 'words', op: 'is-not', value: 'x' })).toBe(true);
  });

  it('of the contact, or built in, is a subject too', () => {
    expect(
      holds({ subject: 'contact.plan', op: 'is', value: 'gold' }, { facts: { contact: { plan: 'gold' } } }),
    ).toBe(true);
    expect(holds({ subject: 'now.date', op: 'is', value: '2026-11-23' })).toBe(true);
  });
});

describe('a reserved word', () => {
  it.each([
    ['channel', 'is', 'web', true],
    ['channel', 'one-of', ['sms', 'telegram'], false],
    ['language', 'is', 'en', true],
    ['misses', 'is', 0, true],
    ['rating', 'unknown', undefined, true],
    ['tag', 'unknown', undefined, true],
    ['tag', 'is-not', 'vip', true],
    ['weekday', 'one-of', ['mon', 'tue'], true],
    ['time', 'between', ['09:00', '10:00'], true],
    ['time', 'between', ['9:00', '10:00'], true],
    ['time', 'between', ['10:01', '12:00'], false],
    ['time', 'between', ['22:00', '10:00'], true],
    ['time', 'between', ['22:00', '09:59'], false],
    ['time', 'less', '10:01', true],
  ] as const)('%s %s %j is %s on a Monday at ten', (subject, op, value, expected) => {
    expect(holds({ subject, op, value: value as Rule['value'] })).toBe(expected);
  });

  const facts: Partial<Facts> = {
    hours: { '': { open: true, changesAt: null }, sales: { open: false, changesAt: null } },
    agents: { '': { online: 3, free: 2 }, sales: { online: 1, free: 0 } },
    queue: { '': { length: 4, waitMinutes: 5 }, sales: { length: 1, waitMinutes: 9 } },
  };

  it.each([
    ['hours', 'open', 'closed'],
    ['agents-online', 3, 1],
    ['agents-free', 2, 0],
    ['queue-length', 4, 1],
  ] as const)('%s is the whole bot’s, or the department’s', (subject, whole, own) => {
    expect(holds({ subject, op: 'is', value: whole }, { facts })).toBe(true);
    expect(holds({ subject, op: 'is', value: own, department: 'sales' }, { facts })).toBe(true);
    expect(holds({ subject, op: 'is', value: whole, department: 'unlisted' }, { facts })).toBe(true);
  });
});
