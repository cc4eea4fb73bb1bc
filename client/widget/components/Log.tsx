import type { Chat } from '../chat.ts';
import { showEarlier } from '../connection/steer.ts';
import { toMessages } from '../to-messages.ts';
import { Transcript } from './Transcript.tsx';

/** What was said. */
export function Log({ chat }: { chat: Chat }) {
  const { connection, state, t } = chat;
  const isLoading = state.phase === 'loading' && !state.messages[0];
  return (
    <div class="scroll" tabindex="0">
      {state.earlierLeft > 0 && (
        <button type="button" class="option earlier" onClick={() => void showEarlier(connection)}>
          {t('earlier')}
        </button>
      )}
      <div role="log" aria-live="polite" aria-label={t('chat')} aria-busy={isLoading}>
        <Transcript chat={chat} messages={state.earlier} over />
        <Transcript
          chat={chat}
          messages={[...state.messages, ...toMessages(state)]}
          over={state.phase === 'ended'}
        />
      </div>
      {isLoading && <p class="shape" key="shape" />}
      {state.typing && (
        <p class={`typing ${state.typing.from}`} key="typing">
          <i />
          <i />
          <i />
          <span class="hidden">{t('typing', { name: state.typing.name || t('bot') })}</span>
        </p>
      )}
    </div>
  );
}
