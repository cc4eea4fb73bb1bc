import type { Chat } from '../chat.ts';
import { restart, start } from '../connection/start.ts';
import { Composer } from './Composer.tsx';
import { Header } from './Header.tsx';
import { Log } from './Log.tsx';
import { QueueStrip } from './QueueStrip.tsx';

/** The chat window itself. */
export function Panel({ chat }: { chat: Chat }) {
  const { state, options, t, setOpen } = chat;
  const closeOne = ({ key, currentTarget }: KeyboardEvent & { currentTarget: HTMLElement }) => {
    if (key !== 'Escape') return;
    const menu = currentTarget.querySelector('details');
    if (!menu?.open) return setOpen(false);
    menu.open = false;
    menu.querySelector('summary')?.focus();
  };
  const name = state.bot?.name ?? t('chat');
  const isPage = options.mode === 'page';
  return (
    <section
      class="panel"
      aria-label={name}
      {...(isPage ? { role: 'region' } : { role: 'dialog', 'aria-modal': fillsScreen() })}
      tabindex={-1}
      onKeyDown={closeOne}
      onClick={({ target, currentTarget }) => {
        const menu = currentTarget.querySelector('details');
        if (menu && target instanceof Node && !menu.contains(target)) menu.open = false;
      }}
    >
      {isPage && (
        <h1 class="hidden" key="title">
          {name}
        </h1>
      )}
      <Header chat={chat} />
      <Log chat={chat} />
      {state.handler === 'queue' && <QueueStrip chat={chat} />}
      <div role="status" key="online">
        {!state.online && <p class="strip offline">{t('offline')}</p>}
      </div>
      <Foot chat={chat} />
    </section>
  );
}

/** On a phone nothing of the page is left to be reached. */
function fillsScreen(): boolean {
  return matchMedia('(max-width: 480px)').matches;
}

function Foot({ chat }: { chat: Chat }) {
  const { connection, state, t } = chat;
  const isOver = state.phase === 'ended';
  if (!isOver && state.phase !== 'unavailable') return <Composer chat={chat} />;
  return (
    <div class="foot" role="status" key="foot">
      <p>{isOver ? t('ended') : state.detail || t('unavailable')}</p>
      <button
        type="button"
        class="primary"
        onClick={() => void (isOver ? restart(connection) : start(connection))}
      >
        {t(isOver ? 'new' : 'again')}
      </button>
    </div>
  );
}
