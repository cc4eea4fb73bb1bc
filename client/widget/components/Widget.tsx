import type { Chat } from '../chat.ts';
import { Launcher } from './Launcher.tsx';
import { Panel } from './Panel.tsx';

/** The whole chat: a panel behind a round button, or a page of its own. */
export function Widget({ chat }: { chat: Chat }) {
  const { options, open, language } = chat;
  const isPage = options.mode === 'page';
  return (
    <div class={`root ${options.mode} ${options.position}`} lang={language}>
      {(open || isPage) && <Panel chat={chat} />}
      {!isPage && <Launcher chat={chat} />}
    </div>
  );
}
