import type { DraftNode } from '../../../shared/kinds/document.ts';
import { kindOf } from '../../../shared/kinds/document.ts';
import type { Family, Port } from '../../../shared/kinds/kind.ts';
import { toPorts } from '../document/queries.ts';
import { kindViewOf } from '../kinds/index.ts';
import { toPlain, type Words } from '../kinds/words.ts';
import { countLines } from './count-lines.ts';

/** In pixels. The style sheet of the card draws to the same measures, so no card needs measuring. */
export const cardWidth = 260;
export const headHeight = 36;
const lineHeight = 20;
const sentencePadding = 10;
export const portHeight = 28;
const footHeight = 6;
const mostLines = 3;
const sentenceWidth = cardWidth - 26;

/** A card's height with a sentence as long as it may get, for finding places without drawing. */
export function toTallest(node: Pick<DraftNode, 'type' | 'data'>): number {
  return toHeights(mostLines, toPorts(node).length).height;
}

/** What a card shows, and how tall that makes it. */
export interface Card {
  family: Family;
  sentence: string;
  ports: readonly Port[];
  lines: number;
  height: number;
  /** Where the rows of ports begin, from the card's top. */
  portsTop: number;
}

const cards = new WeakMap<DraftNode, { words: Words; card: Card }>();

/** The card of a node. Nodes never change in place, so a card is made once for each state of its node. */
export function toCard(node: DraftNode, words: Words): Card {
  const known = cards.get(node);
  if (known?.words === words) return known.card;
  const sentence = kindViewOf(node.type).sentence(node.data, words);
  const lines = Math.max(1, Math.min(mostLines, countLines(toPlain(sentence), sentenceWidth)));
  const ports = toPorts(node);
  const card: Card = {
    family: kindOf(node.type)?.family ?? 'say',
    sentence,
    ports,
    lines,
    ...toHeights(lines, ports.length),
  };
  cards.set(node, { words, card });
  return card;
}

function toHeights(lines: number, ports: number): Pick<Card, 'height' | 'portsTop'> {
  const portsTop = headHeight + lines * lineHeight + sentencePadding;
  return { portsTop, height: portsTop + ports * portHeight + (ports > 0 ? footHeight : 0) };
}
