import { http as bg } from '../../shared/locales/bg/http.ts';
import { http as en, type HttpTexts } from '../../shared/locales/en/http.ts';
import { http as nl } from '../../shared/locales/nl/http.ts';
import { http as pl } from '../../shared/locales/pl/http.ts';
import { parseTemplate, renderTemplate } from '../../shared/text/template.ts';
import type { TextLanguage } from './text-language.ts';

/** The server's own sentences, by language. */
export const texts: Readonly<Record<TextLanguage, HttpTexts>> = { en, nl, pl, bg };

/** A sentence with its `{{placeholders}}` filled in; a value that is missing leaves nothing behind. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>> = {}): string {
  return renderTemplate(parseTemplate(sentence), (name) =>
    Object.hasOwn(values, name) ? String(values[name]) : undefined,
  );
}
