import type { TFunction } from 'i18next';
import type { DraftFile } from '../../../shared/kinds/document.ts';
import { localise, type Text } from '../../../shared/text/localised.ts';

const strongStart = '\uE000';
const strongEnd = '\uE001';

/** What a card's sentence is made of: the screen's texts, and the names that the designer has given. */
export interface Words {
  t: TFunction<'kinds'>;
  /** A text as customers read it, on one line, its variables by their labels. */
  text(text: Text | undefined): string;
  variable(name: string | undefined): string;
  flow(id: string | undefined): string;
  department(id: string | undefined): string;
  /** Marks words that stand out. */
  strong(words: string): string;
  /** 'a, b or c'. */
  either(items: readonly string[]): string;
  /** 'a, b and c'. */
  both(items: readonly string[]): string;
}

export interface WordsSource {
  t: TFunction<'kinds'>;
  screenLanguage: string;
  language: string;
  bot: DraftFile['bot'];
  flows: readonly { id: string; name: string }[];
}

/** What a sentence about a step is made with: texts, names and lists in one language of the screens. */
export function toWords({ t, screenLanguage, language, bot, flows }: WordsSource): Words {
  const fallback = bot.languages[0] ?? language;
  const variable = (name: string | undefined): string => {
    if (name === undefined) return '';
    const own = bot.variables.find((item) => item.name === name);
    if (own) return own.label || own.name;
    return t(`variable.${name.replace('.', '-')}`, { defaultValue: name });
  };
  const list = (type: 'conjunction' | 'disjunction') => {
    const format = new Intl.ListFormat(screenLanguage, { type });
    return (items: readonly string[]) => format.format(items);
  };
  return {
    t,
    variable,
    text: (text) =>
      localise(text ?? '', language, fallback)
        .replace(/\{\{\s*([^{}|]+?)\s*(?:\|[^{}]*)?\}\}/g, (_, name: string) => `‹${variable(name)}›`)
        .replace(/\s+/g, ' ')
        .trim(),
    flow: (id) => flows.find((flow) => flow.id === id)?.name ?? '',
    department: (id) => bot.departments.find((item) => item.id === id)?.name ?? id ?? '',
    strong: (words) => (words === '' ? '' : strongStart + words + strongEnd),
    either: list('disjunction'),
    both: list('conjunction'),
  };
}

/** A sentence's pieces, told whether each stands out. */
export function toPieces(sentence: string): { text: string; strong: boolean }[] {
  return sentence
    .split(strongStart)
    .flatMap((part, index) => {
      const [inside = '', outside] = part.split(strongEnd);
      return index === 0
        ? [{ text: part, strong: false }]
        : [
            { text: inside, strong: true },
            { text: outside ?? '', strong: false },
          ];
    })
    .filter(({ text }) => text !== '');
}

/** The sentence without marks, for who hears it. */
export function toPlain(sentence: string): string {
  return sentence.replaceAll(strongStart, '').replaceAll(strongEnd, '');
}
