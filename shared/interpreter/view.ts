import { findNode } from '../graph/compile.ts';
import type { View } from '../kinds/kind.ts';
import { toOf } from '../kinds/rule.ts';
import { toStock } from '../locales/stock.ts';
import type { StockKey } from '../locales/stock-key.ts';
import type { Variable } from '../schema/bot-settings.ts';
import type { SealedText } from '../schema/effect.ts';
import type { Facts } from '../schema/facts.ts';
import type { Reading } from '../schema/reading.ts';
import type { NodeRef, State } from '../schema/state.ts';
import { formatValue, type Value } from '../schema/value.ts';
import { localise, type Text } from '../text/localised.ts';
import { renderTemplate, renderWithSecrets } from '../text/template.ts';
import type { Turn } from './turn.ts';

/** What node kinds see of a turn: reading only, and always as things stand. */
export function toView(turn: Turn): View {
  turn.view ??= new TurnView(turn);
  return turn.view;
}

/** A class, so that a turn makes one object and not a function for each of these. */
class TurnView implements View {
  private readonly turn: Turn;

  constructor(turn: Turn) {
    this.turn = turn;
  }

  get state(): State {
    return this.turn.state;
  }

  get facts(): Facts {
    return this.turn.facts;
  }

  get reading(): Reading | null {
    return this.turn.reading;
  }

  render(text: Text, department = this.waitsFor()): string {
    const { release, state } = this.turn;
    const source = localise(text, state.language, release.settings.languages[0] ?? 'en');
    const template = release.template(source);
    // Most texts hold no variable.
    const [only = ''] = template;
    if (template.length <= 1 && typeof only === 'string') return only;
    return renderTemplate(template, this.lookupFor(department));
  }

  seal(source: string): SealedText {
    return renderWithSecrets(this.turn.release.template(source), this.lookupFor(this.waitsFor()));
  }

  stock(key: StockKey, values: Record<string, string | number> = {}): string {
    const source = toStock(this.turn.state.language)[key];
    return renderTemplate(this.turn.release.template(source), (name) => values[name]?.toString());
  }

  value(name: string): Value | undefined {
    return toValue(this.turn, name, this.waitsFor());
  }

  variable(name: string): Variable | undefined {
    return this.turn.release.variables.get(name);
  }

  connected(node: NodeRef, port: string): boolean {
    return findNode(this.turn.release, node)?.ports.has(port) ?? false;
  }

  pick<Item>(place: NodeRef, variants: readonly [Item, ...Item[]]): Item {
    if (variants.length === 1) return variants[0];
    return variants[toTimesTold(this.turn.state, place) % variants.length] ?? variants[0];
  }

  private waitsFor(): string | null {
    return this.turn.state.handoff?.department ?? null;
  }

  private lookupFor(department: string | null): (name: string) => string | undefined {
    return (name) => {
      const value = toValue(this.turn, name, department);
      return value === undefined ? undefined : formatValue(value);
    };
  }
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
