import type { Chat } from '../chat.ts';
import { Icon } from './Icon.tsx';

/** The round button in the corner, with the number of messages that were not seen yet. */
export function Launcher({ chat }: { chat: Chat }) {
  const { connection, state, open, setOpen, t } = chat;
  const read = connection.memory.read().read ?? 0;
  const isNew = ({ number, from }: (typeof state.messages)[number]) =>
    number > read && from.kind !== 'customer';
  const count = open ? 0 : state.messages.filter(isNew).length;
  const label = t(open ? 'close' : 'open');
  return (
    <button
      type="button"
      class={open ? 'launcher open' : 'launcher'}
      aria-expanded={open}
      aria-label={count > 0 ? `${label}. ${t('unread', { count })}` : label}
      onClick={() => setOpen(!open)}
    >
      <Icon shape={open ? 'close' : 'chat'} />
      {count > 0 && <span class="unread">{count}</span>}
    </button>
  );
}
