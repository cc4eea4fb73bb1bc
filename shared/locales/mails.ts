import { mails as bg } from './bg/mails.ts';
import { mails as en } from './en/mails.ts';
import type { MailWords } from './mails-key.ts';
import { mails as nl } from './nl/mails.ts';
import { mails as pl } from './pl/mails.ts';

const byLanguage: Record<string, MailWords> = { en, nl, pl, bg };

/** The words of mails to the desk in a language, `nl-BE` by its first part; English where there are none. */
export function toMails(language: string): MailWords {
  return byLanguage[language.toLowerCase().split('-')[0] ?? ''] ?? en;
}
