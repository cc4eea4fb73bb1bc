import type { DraftNode } from '../../../shared/kinds/document.ts';
import type { Port } from '../../../shared/kinds/kind.ts';
import type { Words } from './words.ts';

/** A way out as the designer reads it: the words on its button or branch, else the name of its kind. */
export function toWayName(port: Port, { t, text }: Words): string {
  if (port.label !== undefined) return text(port.label) || t('way.unnamed');
  return t(`way.${port.id}`, { defaultValue: port.id });
}

/** A step on one line, for lists and for who hears the screen: its kind and what it does. */
export function toStepName(node: DraftNode, sentence: string, { t }: Words): string {
  return `${t(`${node.type}.label`)}: ${sentence}`;
}
