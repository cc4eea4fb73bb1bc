import { botSettingsSchema } from '../../schema/bot-settings.ts';
import { type Path, type PlacedText, toTexts } from '../../schema/references.ts';
import type { BotIndex, NodeIndex } from '../bot-index.ts';
import type { Finding } from '../problem.ts';

/** Texts that lack one of the bot's languages: one finding a step and language, at the first such text. */
export function translations({ file, nodes }: BotIndex): Finding[] {
  const { languages } = file.bot;
  if (languages.length < 2) return [];
  const places = [
    { path: ['bot'] as Path, texts: toTexts(botSettingsSchema, file.bot) },
    ...nodes.map((index) => ({ path: [...index.path, 'data'], texts: toCustomerTexts(index) })),
  ];
  return places.flatMap(({ path, texts }) =>
    languages.flatMap((language): Finding[] => {
      const lacking = texts.find(({ text }) => lacks(text, language, languages[0]));
      return lacking
        ? [
            {
              code: 'missing-translation',
              path: [...path, ...lacking.path],
              values: { language: { language } },
            },
          ]
        : [];
    }),
  );
}

/** One string counts as words of the bot's first language, unless it holds no words at all. */
function lacks(text: string | Record<string, string>, language: string, first: string | undefined): boolean {
  if (typeof text !== 'string') return !text[language];
  return language !== first && /\p{L}{2}/u.test(text.replace(/\{\{[^}]*\}\}/g, ''));
}

/** What customers read; names of branches, surveys and tickets, and what is told to agents, is for the team. */
function toCustomerTexts({ node, kind }: NodeIndex): PlacedText[] {
  const forTeam = kind.family === 'decide' || kind.type === 'ticket' || kind.type === 'start-survey';
  return forTeam ? [] : toTexts(kind.data, node.data).filter(({ path }) => path[0] !== 'summary');
}
