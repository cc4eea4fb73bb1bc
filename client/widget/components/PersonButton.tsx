import type { Chat } from '../chat.ts';
import { say } from '../connection/send.ts';
import { Icon } from './Icon.tsx';

/** Asks for a person in the customer's name; there as long as the bot answers and has a way to a person. */
export function PersonButton({ chat: { connection, state, t } }: { chat: Chat }) {
  const person = state.bot?.person ?? {};
  const words = person[state.language] ?? Object.values(person)[0];
  if (!words || state.handler !== 'bot') return null;
  return (
    <button type="button" class="talk" onClick={() => say(connection, { text: words }, words)}>
      <Icon shape="person" />
      {t('talk')}
    </button>
  );
}
