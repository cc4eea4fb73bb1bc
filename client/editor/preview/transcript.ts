import type { Rehearsal, RehearsedMessage } from '../../../shared/interpreter/rehearsal.ts';
import type { DraftFile } from '../../../shared/kinds/document.ts';
import type { Handler } from '../../../shared/schema/message.ts';
import { type Happening, toHappenings } from './happenings.ts';

export type TranscriptItem =
  | { type: 'message'; key: string; message: RehearsedMessage }
  | { type: 'happening'; key: string; happening: Happening };

/** Messages and happenings in one row: what was said to the bot, what it made of that, what it said. */
export function toTranscript(
  { log, transcript }: Pick<Rehearsal, 'log' | 'transcript'>,
  file: DraftFile,
): TranscriptItem[] {
  const items: TranscriptItem[] = [];
  let shown = 0;
  let handler: Handler = 'bot';
  const showUpTo = (number: number) => {
    for (const message of transcript.slice(shown, number))
      items.push({ type: 'message', key: message.id, message });
    shown = number;
  };
  log.forEach((step, index) => {
    showUpTo(step.from);
    toHappenings(step, file, handler).forEach((happening, at) => {
      items.push({ type: 'happening', key: `${index}-${at}`, happening });
    });
    showUpTo(step.to);
    for (const effect of step.effects) if (effect.type === 'handler') handler = effect.to;
  });
  showUpTo(transcript.length);
  return items;
}
