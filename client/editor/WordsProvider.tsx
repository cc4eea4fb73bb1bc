import { createContext, type ReactNode, use, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument, useView } from './editor-context.ts';
import { toWords, type Words } from './kinds/words.ts';

const WordsContext = createContext<Words | null>(null);

/** What all cards' sentences are made of, once for all of them; new only when a name or a language changes. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation('kinds');
  const bot = useDocument((state) => state.file.bot);
  const names = useDocument((state) =>
    JSON.stringify(state.file.flows.map(({ id, name }) => ({ id, name }))),
  );
  const language = useView((state) => state.language);
  const words = useMemo(() => {
    const flows = JSON.parse(names) as { id: string; name: string }[];
    return toWords({ t, screenLanguage: i18n.language, language, bot, flows });
  }, [t, i18n.language, language, bot, names]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

/** What sentences about steps are written with; throws outside of a `WordsProvider`. */
export function useWords(): Words {
  const words = use(WordsContext);
  if (!words) throw new Error('Put this below <WordsProvider>.');
  return words;
}
