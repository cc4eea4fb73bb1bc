import { stock as bg } from './bg/stock.ts';
import { stock as en } from './en/stock.ts';
import { stock as nl } from './nl/stock.ts';
import { stock as pl } from './pl/stock.ts';
import type { StockSentences } from './stock-key.ts';

const byLanguage: Record<string, StockSentences> = { en, nl, pl, bg };

/** The bot's own sentences in a language, `pt-BR` by its first part; English where there are none. */
export function toStock(language: string): StockSentences {
  return byLanguage[language] ?? byLanguage[language.split('-')[0] ?? ''] ?? en;
}
