import { widget as bg } from './bg/widget.ts';
import { widget as en } from './en/widget.ts';
import { widget as nl } from './nl/widget.ts';
import { widget as pl } from './pl/widget.ts';
import type { WidgetWords } from './widget-key.ts';

const byLanguage: Record<string, WidgetWords> = { en, nl, pl, bg };

/** The chat window's words in a language, `nl-BE` by its first part; English where there are none. */
export function toWidgetWords(language: string): WidgetWords {
  return byLanguage[language.toLowerCase().split('-')[0] ?? ''] ?? en;
}
