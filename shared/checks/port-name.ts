import type { Port } from '../kinds/kind.ts';
import { problems as wordings } from '../locales/en/problems.ts';
import type { SentenceKey } from './catalogue.ts';
import type { SentenceValue } from './problem.ts';

/** A way out as a designer knows it: by the words on its button or branch, else by its name. */
export function toPortName({ id, label }: Port): SentenceValue {
  if (label !== undefined && label !== '') return { text: label };
  const word = `port.${id}`;
  return isWording(word) ? { word } : id;
}

function isWording(key: string): key is SentenceKey {
  return Object.hasOwn(wordings, key);
}
