import type { z } from 'zod';
import type { StockKey } from '../locales/stock-key.ts';
import type { Variable } from '../schema/bot-settings.ts';
import type { Effect, SealedText } from '../schema/effect.ts';
import type { Content } from '../schema/event.ts';
import type { Facts } from '../schema/facts.ts';
import type { Priority } from '../schema/fields.ts';
import type { Reading } from '../schema/reading.ts';
import type { Json, NodeRef, Open, QuestionStyle, Signal, State } from '../schema/state.ts';
import type { Value } from '../schema/value.ts';
import type { Text } from '../text/localised.ts';

/** The five families, told apart on the canvas by colour and icon. */
export type Family = 'begin' | 'say' | 'ask' | 'decide' | 'people';

/** A way out. `label` is the designer's own; ports without one are named by the locale. */
export interface Port {
  id: string;
  label?: Text;
  /** Left unconnected it is nothing to worry about. */
  optional?: boolean;
}

/** A node as its kind sees it: its place and its data, read strictly. */
export interface NodeView<Data> extends NodeRef {
  data: Data;
}

/** All that a kind may look at. Reading it changes nothing; the same view gives the same answers. */
export interface View {
  readonly state: Readonly<State>;
  readonly facts: Facts;
  /** What the customer's typed words mean, while a message is being taken. */
  readonly reading: Reading | null;
  /**
   * The text in the conversation's language, variables inserted. With `department` the queue is that one's,
   * for who is about to wait there; null is the whole bot.
   */
  render(text: Text, department?: string | null): string;
  /** An http-request's text; secrets stay names. */
  seal(source: string): SealedText;
  /** One of the bot's own sentences, in the conversation's language. */
  stock(key: StockKey, values?: Record<string, string | number>): string;
  /** A variable's value, a built-in's (`contact.email`), or undefined when it is not known. */
  value(name: string): Value | undefined;
  variable(name: string): Variable | undefined;
  /** Whether an edge leaves the node by this port. */
  connected(node: NodeRef, port: string): boolean;
  /** One of the node's variants. They take turns: a move that says it is `varied`. */
  pick<Item>(node: NodeRef, variants: readonly [Item, ...Item[]]): Item;
}

/** Where the flow goes after a node has acted. */
export type Go =
  | { type: 'leave'; port: string }
  | { type: 'wait'; for: Open['for']; style: QuestionStyle; memory: Json }
  | { type: 'end' }
  | { type: 'call'; flow: string; return: boolean }
  | { type: 'queue'; department: string | null; priority: Priority; summary: string; waitMinutes: number }
  | { type: 'fail'; reason: string };

/** What a node does: effects in order, variables it sets, and where the flow goes. */
export interface Move {
  effects?: Effect[];
  assign?: Record<string, Value>;
  /** The customer showed that the answer did not help, and no way out of this node says so. */
  signal?: Signal;
  /** From here on the flow is this survey. */
  survey?: string;
  rating?: number;
  tags?: { add: string[]; remove: string[] };
  /** One of several variants was said; the next one's turn is next. */
  varied?: boolean;
  /** A decline sets misses and signals back. */
  settles?: boolean;
  go: Go;
}

/** What may come back to a node that waits. */
export type Input = Content | { kind: 'result'; ok: boolean; reference?: string } | { kind: 'delay' };

export interface Kind<Data = unknown> {
  type: string;
  family: Family;
  /** A flow may begin here; nothing leads into it, unless `enterable`. */
  trigger: boolean;
  enterable?: boolean;
  /** The node's data, read strictly; the draft form is derived. */
  data: z.ZodType;
  /** A new node's data, before the designer has filled it in. */
  defaults(): object;
  /** The ways out, from data that may be half-finished. The only source of ports. */
  ports(data: Partial<Data>): Port[];
  enter(node: NodeView<Data>, view: View): Move;
  /** Takes what came back, or null when it does not fit the open question. */
  receive?(node: NodeView<Data>, open: Open, input: Input, view: View): Move | null;
  /** Answers what did not fit, `open.tries` counting this try; null leaves it to triggers and misses. */
  refuse?(node: NodeView<Data>, open: Open, view: View): Move | null;
  /** Asks the open question again after an interruption. */
  prompt?(node: NodeView<Data>, open: Open, view: View): Effect[];
  /** A request for a person is an answer to this node's question. */
  takesPersonRequest?: boolean;
}

/** Declares a node kind. Its data type is inferred from its schema. */
export function defineKind<const Type extends string, Schema extends z.ZodType>(
  kind: Omit<Kind<z.output<Schema>>, 'type' | 'data'> & { type: Type; data: Schema },
): Kind<z.output<Schema>> & { type: Type; data: Schema } {
  return { ...unsaid, ...kind };
}

/** All kinds are objects of one shape, which the engine reads much faster than many. */
const unsaid = {
  enterable: undefined,
  receive: undefined,
  refuse: undefined,
  prompt: undefined,
  takesPersonRequest: undefined,
};

export const leave = (port: string): Go => ({ type: 'leave', port });

export const next: Port = { id: 'next' };
