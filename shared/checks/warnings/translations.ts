import { botSettingsSchema } from '../../schema/bot-settings.ts';
import { type Path, toTexts } from '../../schema/references.ts';
import type { BotIndex } from '../bot-index.ts';
import type { Finding } from '../problem.ts';

/** Texts that lack one of the bot's languages: one finding a step and language, at the first such text. */
export function translations({ file, nodes }: BotIndex): Finding[] {
  const { languages } = file.bot;
  if (languages.length < 2) return [];
  const places = [
    { path: ['bot'] as Path, texts: toTexts(botSettingsSchema, file.bot) },
    ...nodes.map(({ node, kind, path }) => ({
      path: [...path, 'data'],
      texts: toTexts(kind.data, node.data),
    })),
  ];
  return places.flatMap(({ path, texts }) =>
    languages.flatMap((language): Finding[] => {
      const lacking = texts.find(({ text }) => lacks(text, language));
      return lacking
        ? [{ code: 'missing-translation', path: [...path, ...lacking.path], values: { language } }]
        : [];
    }),
  );
}

/** One string for all languages is a translation only where it holds no words. */
function lacks(text: string | Record<string, string>, language: string): boolean {
  if (typeof text === 'string') return /\p{L}{2}/u.test(text.replace(/\{\{[^}]*\}\}/g, ''));
  return !text[language];
}
