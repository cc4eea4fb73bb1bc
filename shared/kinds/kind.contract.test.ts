import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { freeze } from '../lib/testing/freeze.ts';
import { toStock } from '../locales/stock.ts';
import { toDraftSchema } from '../schema/draft.ts';
import type { Facts } from '../schema/facts.ts';
import { emptyReading } from '../schema/reading.ts';
import { type Open, toInitialState } from '../schema/state.ts';
import type { Value } from '../schema/value.ts';
import { localise } from '../text/localised.ts';
import { ratingRanges } from '../text/rating-scale.ts';
import { type BotFile, botFileSchema, kindOf } from './document.ts';
import { kinds } from './index.ts';
import type { Input, Kind, Move, NodeView, View } from './kind.ts';

/** Every kind has a sample of its own in `flows/kinds`; a new one is picked up from there by its name. */
function loadSample(type: string): BotFile {
  const url = new URL(`../../flows/kinds/${type}.bot.json`, import.meta.url);
  return botFileSchema.parse(JSON.parse(readFileSync(url, 'utf8')));
}

function toNodes(file: BotFile, type: string): NodeView<unknown>[] {
  return file.flows.flatMap(({ id, nodes }) =>
    nodes.filter((node) => node.type === type).map((node) => ({ flow: id, node: node.id, data: node.data })),
  );
}

function toFacts(file: BotFile, online: number): Facts {
  return {
    now: Date.UTC(2026, 10, 23, 10),
    local: { date: '2026-11-23', time: '10:00', weekday: 'mon' },
    hours: { '': { open: true, changesAt: null } },
    agents: { '': { online, free: online } },
    queue: { '': { length: 0, waitMinutes: 2 } },
    position: null,
    contact: {},
    settings: file.bot,
    lastNumber: 3,
  };
}

/** A view on a conversation of which nothing is known, or in which every variable has this value. */
function toView(file: BotFile, about: { connected: boolean; online: number; known?: Value }): View {
  const state = toInitialState({ release: 1, language: 'en', channel: 'web' });
  return {
    state,
    facts: toFacts(file, about.online),
    reading: emptyReading,
    render: (text) => localise(text, 'en', 'en'),
    seal: (source) => [source],
    stock: (key) => toStock('en')[key],
    value: () => about.known,
    variable: (name) => file.bot.variables.find((variable) => variable.name === name),
    connected: () => about.connected,
    pick: (_node, [first]) => first,
  };
}

const inputs: Input[] = [
  ...['AB-123456', 'kim@example.com', '+31 20 555 01 23', '3', 'M', 'tea', 'yes', '', '🙂'].map(
    (text): Input => ({ kind: 'text', text }),
  ),
  ...['tea', 'accept', 'decline', 'skip', 'M', 'gone'].map(
    (option): Input => ({ kind: 'choice', option, label: option, source: null }),
  ),
  ...[-1, 0, 1, 2.5, 5, ratingRanges.nps.max].map(
    (value): Input => ({ kind: 'rating', value, source: null }),
  ),
  { kind: 'file', file: { file: 'f1', name: 'cup.jpg', size: 9 } },
  { kind: 'result', ok: true, reference: 'T-1' },
  { kind: 'result', ok: false },
  { kind: 'delay' },
];

const views = [true, false].flatMap((connected) =>
  [0, 2].flatMap((online) => [
    { connected, online },
    { connected, online, known: 'known' },
  ]),
);

describe.each(kinds.map((kind) => [kind.type, kind as Kind] as const))('%s', (type, kind) => {
  const file = loadSample(type);
  const nodes = toNodes(file, type);

  test('has a sample', () => {
    expect(nodes.length).toBeGreaterThan(0);
    expect(kindOf(type)).toBe(kind);
  });

  test('begins with data that a draft may hold, fresh each time', () => {
    const read = toDraftSchema(kind.data, { missing: true }).safeParse(kind.defaults());
    expect(read.error?.issues ?? []).toEqual([]);
    expect(kind.defaults()).not.toBe(kind.defaults());
  });

  test('names every way out once, also while it is half-finished', () => {
    for (const data of [{}, kind.defaults(), ...nodes.map((node) => node.data as object)]) {
      const ids = kind.ports(data).map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)]);
    }
  });

  test('does the same on the same, frozen inputs, and leaves by ways out that it has', () => {
    for (const node of nodes) {
      for (const about of views)
        expectSound(node, kind, () => kind.enter(freeze(node), freezeView(toView(file, about))));
    }
  });

  test('takes, refuses or passes on whatever comes back', () => {
    for (const node of nodes) {
      for (const about of views) {
        const view = freezeView(toView(file, about));
        for (const open of toOpens(kind, node, view)) {
          for (const input of inputs) {
            expectSound(
              node,
              kind,
              () => kind.receive?.(freeze(node), freeze(open), freeze(input), view) ?? null,
            );
          }
          for (const tries of [1, 99]) {
            expectSound(
              node,
              kind,
              () => kind.refuse?.(freeze(node), freeze({ ...open, tries }), view) ?? null,
            );
          }
          expectPlain(kind.prompt?.(freeze(node), freeze(open), view) ?? []);
        }
      }
    }
  });
});

/** The questions that the node leaves open: the one it asks, and those that an answer leads to. */
function toOpens(kind: Kind, node: NodeView<unknown>, view: View): Open[] {
  const first = toOpen(node, kind.enter(node, view));
  const more = first
    ? inputs.map((input) => toOpen(node, kind.receive?.(node, first, input, view) ?? null))
    : [];
  return [first, ...more].filter((open) => open !== null);
}

function toOpen({ flow, node }: NodeView<unknown>, move: Move | null): Open | null {
  if (move?.go.type !== 'wait') return null;
  return { flow, node, for: move.go.for, style: move.go.style, tries: 0, memory: move.go.memory };
}

function expectSound(node: NodeView<unknown>, kind: Kind, act: () => Move | null): void {
  const move = act();
  expect(act()).toEqual(move);
  expectPlain(move);
  if (move?.go.type !== 'leave') return;
  const ports = kind.ports(node.data as object).map(({ id }) => id);
  expect(ports).toContain(move.go.port);
}

function expectPlain(result: unknown): void {
  expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
}

function freezeView(view: View): View {
  freeze(view.state);
  freeze(view.facts);
  return view;
}
