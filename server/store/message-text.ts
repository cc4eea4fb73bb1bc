import type { Part } from '../../shared/schema/message.ts';

/** What a message says in words, for lists and for searching. */
export function toMessageText(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      if (part.type === 'text' || part.type === 'notice') return part.text;
      if (part.type === 'link') return part.label;
      if (part.type === 'file') return part.name;
      if (part.type === 'image') return part.alt;
      return '';
    })
    .filter((text) => text !== '')
    .join(' ');
}
