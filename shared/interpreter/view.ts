import { findNode } from '../graph/compile.ts';
import type { View } from '../kinds/kind.ts';
import { toOf } from '../kinds/rule.ts';
import { toStock } from '../locales/stock.ts';
import type { NodeRef, State } from '../schema/state.ts';
import { formatValue, type Value } from '../schema/value.ts';
import { localise, type Text } from '../text/localised.ts';
import { renderTemplate, renderWithSecrets } from '../text/template.ts';
import type { Turn } from './turn.ts';

/** What node kinds see of a turn: reading only, and always as things stand. */
export function toView(turn: Turn): View {
  turn.view ??= createView(turn);
  return turn.view;
}

function createView(turn: Turn): View {
  const { release, state, facts } = turn;
  const fallback = release.settings.languages[0] ?? 'en';
  const lookupFor = (department: string | null) => (name: string) => {
    const value = toValue(turn, name, department);
    return value === undefined ? undefined : formatValue(value);
  };
  const waitsFor = () => state.handoff?.department ?? null;
  return {
    state,
    facts,
    get reading() {
      return turn.reading;
    },
    render: (text: Text, department = waitsFor()) =>
      renderTemplate(release.template(localise(text, state.language, fallback)), lookupFor(department)),
    seal: (source) => renderWithSecrets(release.template(source), lookupFor(waitsFor())),
    stock: (key, values = {}) =>
      renderTemplate(release.template(toStock(state.language)[key]), (name) => values[name]?.toString()),
    value: (name) => toValue(turn, name, waitsFor()),
    variable: (name) => release.variables.get(name),
    connected: (node, port) => findNode(release, node)?.ports.has(port) ?? false,
    pick: (place, variants) => variants[toTimesTold(state, place) % variants.length] ?? variants[0],
  };
}

/** How often the node's variants have had a turn. */
export function toTimesTold({ told }: State, place: NodeRef): number {
  return told[toPlaceKey(place)] ?? 0;
}

export function toPlaceKey({ flow, node }: NodeRef): string {
  return `${flow}/${node}`;
}

type BuiltIn = (turn: Turn, department: string | null) => Value | null;

const builtIns: Record<string, BuiltIn> = {
  'conversation.channel': ({ state }) => state.channel,
  'conversation.language': ({ state }) => state.language,
  'agent.name': ({ state }) => state.agent?.name ?? null,
  'queue.position': ({ facts }, department) =>
    facts.position ?? (toOf(facts.queue, department)?.length ?? 0) + 1,
  'queue.wait_minutes': ({ facts }, department) => toOf(facts.queue, department)?.waitMinutes ?? null,
  'message.text': ({ state }) => state.words,
  'now.date': ({ facts }) => facts.local.date,
  'now.time': ({ facts }) => facts.local.time,
  'handoff.outcome': ({ state }) => state.outcome,
};

function toValue(turn: Turn, name: string, department: string | null): Value | undefined {
  const builtIn = Object.hasOwn(builtIns, name) ? builtIns[name] : undefined;
  if (builtIn) return builtIn(turn, department) ?? undefined;
  if (name.startsWith('contact.')) return toOwn(turn.contact, name.slice('contact.'.length));
  return toOwn(
    turn.release.variables.get(name)?.scope === 'contact' ? turn.contact : turn.state.variables,
    name,
  );
}

/** Names come from drawings and from customers' pages; `constructor` is no variable. */
function toOwn(values: Record<string, Value>, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
