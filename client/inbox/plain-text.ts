import type { Part } from '../../shared/schema/message.ts';

const readers: { [Type in Part['type']]: (part: Extract<Part, { type: Type }>) => string } = {
  text: ({ text }) => text,
  notice: ({ text }) => text,
  choice: ({ options }) => options.map(({ label }) => label).join(', '),
  rating: () => '',
  image: ({ alt }) => alt,
  link: ({ label }) => label,
  file: ({ name }) => name,
};

/** What a message says, as one line to be read aloud. */
export function toPlainText(parts: readonly Part[]): string {
  return parts
    .map((part) => (readers[part.type] as (part: Part) => string)(part))
    .filter(Boolean)
    .join(' ');
}
