import type { Book } from '../load/book.ts';
import type { Check } from '../report.ts';
import { checkDesk } from './check-desk.ts';
import { checkEffects } from './check-effects.ts';
import { checkLog } from './check-log.ts';
import { checkTold } from './check-told.ts';
import type { Outside } from './outside.ts';
import type { Stored } from './stored.ts';
import { findTokens } from './tokens.ts';

/** Compares what clients were told, and what left the server, with what is stored. */
export function judge(book: Book, stored: Stored, outside: Outside): Check[] {
  const tokens = findTokens(stored);
  return [
    { name: 'every call is answered in the end', of: book.calls.length, findings: book.faults },
    ...checkTold(book, stored, tokens),
    ...checkLog(stored),
    ...checkEffects(book, stored, tokens, outside),
    ...checkDesk(book, stored),
  ];
}
