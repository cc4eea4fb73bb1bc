import { toMails } from '../../../shared/locales/mails.ts';
import type { Effect } from '../../../shared/schema/effect.ts';
import { formatValue } from '../../../shared/schema/value.ts';
import { parseTemplate, renderTemplate } from '../../../shared/text/template.ts';
import { newMail } from '../background/new-mail.ts';
import type { Writing } from '../writing.ts';
import type { Perform } from './effect.ts';

/** Mails everybody whom the bot's settings name; agents with an open inbox see it there anyway. */
export const performNotify: Perform<'notify'> = (effect, writing) => {
  for (const to of writing.settings.handoff.notify.emails) {
    writing.outbox.push(newMail(writing, { to, ...toText(effect, writing) }, writing.conversation.id));
  }
};

function toText(
  effect: Extract<Effect, { type: 'notify' }>,
  writing: Writing,
): { subject: string; text: string } {
  const { conversation, settings, publicUrl, contact } = writing;
  const { name } = contact.attributes;
  const mails = toMails(settings.languages[0] ?? 'en');
  const words = mails[effect.what];
  const department = settings.departments.find(({ id }) => id === effect.department)?.name;
  const values: Record<string, string> = {
    bot: settings.name,
    customer: name === undefined ? mails.somebody : formatValue(name),
    link: `${publicUrl}/inbox/${conversation.id}`,
  };
  const fill = (text: string): string => renderTemplate(parseTemplate(text), (name) => values[name]);
  const facts: [string, string | undefined][] = [
    [mails.department, department],
    [mails.priority, effect.priority === 'normal' ? undefined : mails[effect.priority]],
    [mails.summary, effect.summary || undefined],
    [mails.words, effect.cause?.text],
  ];
  const lines = facts.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`]));
  return {
    subject: fill(words.subject),
    text: [fill(words.text), lines.join('\n'), fill(mails.answer)].filter((text) => text !== '').join('\n\n'),
  };
}
