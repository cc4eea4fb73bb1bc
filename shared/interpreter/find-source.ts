import type { MessageSource } from '../schema/event.ts';
import type { Part } from '../schema/message.ts';

/** A message of the transcript with the node that said it. */
export interface SourcedMessage {
  id: string;
  source: MessageSource | null;
  parts: Part[];
}

/** What a customer pressed or rated; without `message` it means the newest that fits. */
export type Pressed =
  | { option: string; message?: string | undefined }
  | { rating: true; message?: string | undefined };

/**
 * The message that a button or a rating answers, with the button's label.
 * @param messages the transcript, oldest first
 * @returns null where no message fits: the button never existed.
 */
export function findSource(
  messages: readonly SourcedMessage[],
  pressed: Pressed,
): { source: MessageSource | null; label: string } | null {
  for (const message of messages.toReversed()) {
    if (pressed.message !== undefined && message.id !== pressed.message) continue;
    const label = toLabel(message.parts, pressed);
    if (label !== null) return { source: message.source, label };
  }
  return null;
}

function toLabel(parts: Part[], pressed: Pressed): string | null {
  for (const part of parts) {
    if ('rating' in pressed && part.type === 'rating') return '';
    if (!('option' in pressed) || part.type !== 'choice') continue;
    const option = part.options.find(({ id }) => id === pressed.option);
    if (option) return option.label;
  }
  return null;
}
