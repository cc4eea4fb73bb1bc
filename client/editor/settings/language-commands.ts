import { type DraftFile, kindOf } from '../../../shared/kinds/document.ts';
import { botSettingsSchema } from '../../../shared/schema/bot-settings.ts';
import { type PlacedText, toTexts } from '../../../shared/schema/references.ts';
import type { Command } from '../document/document-store.ts';
import { setAt } from './set-at.ts';

/**
 * Sets the languages a bot speaks, the first being its default. A text without a language is one of the
 * default language, so when another becomes the default such texts are marked as what they were.
 */
export function setLanguages(languages: string[]): Command {
  return (file) => {
    const [before] = file.bot.languages;
    if (before !== undefined && before !== languages[0]) markTexts(file, before);
    file.bot.languages = languages;
  };
}

function markTexts(file: DraftFile, language: string): void {
  mark(file.bot, toTexts(botSettingsSchema, file.bot), language);
  for (const { data, type } of file.flows.flatMap(({ nodes }) => nodes)) {
    const kind = kindOf(type);
    if (kind) mark(data, toTexts(kind.data, data), language);
  }
}

function mark(data: object, texts: readonly PlacedText[], language: string): void {
  for (const { text, path } of texts) {
    if (typeof text === 'string' && text !== '') setAt(data, path, { [language]: text });
  }
}
