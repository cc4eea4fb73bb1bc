import type { Message } from '../../../shared/schema/message.ts';
import type { Chat } from '../chat.ts';
import { Avatar } from './Avatar.tsx';
import { IconButton } from './IconButton.tsx';
import { Menu } from './Menu.tsx';

/** Who answers now, and the ways out. A change of speaker is announced. */
export function Header({ chat }: { chat: Chat }) {
  const { state, options, t, setOpen } = chat;
  const { handler, agent, bot } = state;
  const isPerson = handler === 'agent';
  const speaker = isPerson ? agent : bot?.persona;
  const name = speaker?.name ?? t(isPerson ? 'person' : 'chat');
  const from: Message['from'] = { kind: isPerson ? 'agent' : 'bot', name, avatar: speaker?.avatar };
  return (
    <header class={handler}>
      <Avatar from={from} base={options.base} />
      <div class="who">
        <h2>{name}</h2>
        <p>{t(handler === 'queue' ? 'waiting' : isPerson ? 'person' : 'bot')}</p>
        <p class="hidden" role="status" key="speaker">
          {bot && handler !== 'queue' && t(isPerson ? 'with-person' : 'with-bot', { name })}
        </p>
      </div>
      <Menu chat={chat} />
      {options.mode === 'corner' && (
        <IconButton shape="close" label={t('close')} onClick={() => setOpen(false)} />
      )}
    </header>
  );
}
