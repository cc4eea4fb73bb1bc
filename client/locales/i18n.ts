import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readBrowserItem, writeBrowserItem } from '../ui/browser-store.ts';

/** The languages of the screens, each called by its own name. */
export const screenLanguages = {
  en: 'English',
  nl: 'Nederlands',
  pl: 'Polski',
  bg: 'Български',
} as const;
export type ScreenLanguage = keyof typeof screenLanguages;

const storeKey = 'baton.language';
const files = import.meta.glob<Record<string, unknown>>(['./*/*.json'], { import: 'default' });

/** Areas load when a screen first asks for them; each is one file a language. */
const localeFiles: BackendModule = {
  type: 'backend',
  callbackApi: true,
  init() {},
  read(language, area, callback) {
    const load = files[`./${language}/${area}.json`];
    if (!load) {
      callback(new Error(`There is no file locales/${language}/${area}.json.`), null);
      return;
    }
    load().then(
      (texts) => callback(null, texts as Parameters<typeof callback>[1]),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    );
  },
};

/** Sets up the screens' texts in the language this browser last used, or prefers. */
export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(localeFiles)
    .use(initReactI18next)
    .init({
      lng: chooseLanguage(readBrowserItem(storeKey)),
      fallbackLng: 'en',
      supportedLngs: Object.keys(screenLanguages),
      load: 'languageOnly',
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      returnNull: false,
    });
}

/** The language to show: the wished one if there is such a screen language, else the browser's, else English. */
export function chooseLanguage(wished: string | null): ScreenLanguage {
  const candidates = [wished, ...navigator.languages];
  for (const candidate of candidates) {
    const language = candidate?.toLowerCase().split('-')[0];
    if (language && isScreenLanguage(language)) return language;
  }
  return 'en';
}

/** Shows all screens in another language from now on, and in this browser the next time too. */
export async function changeLanguage(language: ScreenLanguage): Promise<void> {
  writeBrowserItem(storeKey, language);
  await i18next.changeLanguage(language);
}

/** Whether the screens speak this language. */
export function isScreenLanguage(language: string): language is ScreenLanguage {
  return Object.hasOwn(screenLanguages, language);
}
