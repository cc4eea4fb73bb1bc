import { Component, createRef } from 'preact';
import type { Chat } from '../chat.ts';
import { showEarlier } from '../connection/steer.ts';
import { PendingList } from './PendingList.tsx';
import { Transcript } from './Transcript.tsx';

interface Props {
  readonly chat: Chat;
}

const nearEnd = 80;

/** What was said. Stays at its end as long as the customer does not scroll back. */
export class Log extends Component<Props> {
  private readonly box = createRef<HTMLDivElement>();
  private follows = true;

  override componentDidMount() {
    this.follow();
  }

  override componentDidUpdate(before: Props) {
    if (this.props.chat.state.pending.length > before.chat.state.pending.length) this.follows = true;
    this.follow();
  }

  override render({ chat }: Props) {
    const { connection, state, t } = chat;
    const isLoading = state.phase === 'loading' && !state.messages[0];
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      <div class="scroll" ref={this.box} onScroll={this.notice} onLoadCapture={this.follow} tabIndex={0}>
        {state.earlierLeft > 0 && (
          <button type="button" class="option earlier" onClick={() => void showEarlier(connection)}>
            {t('earlier')}
          </button>
        )}
        <div role="log" aria-live="polite" aria-label={t('chat')} aria-busy={isLoading}>
          <Transcript chat={chat} messages={state.earlier} over />
          <Transcript chat={chat} messages={state.messages} over={state.phase === 'ended'} />
          <PendingList chat={chat} />
        </div>
        {isLoading && <p class="shape" />}
        {state.typing && (
          <p class={`typing ${state.typing.from}`}>
            <i />
            <i />
            <i />
            <span class="hidden">{t('typing', { name: state.typing.name || t('bot') })}</span>
          </p>
        )}
      </div>
    );
  }

  private follow = () => {
    const box = this.box.current;
    if (box && this.follows) box.scrollTop = box.scrollHeight;
  };

  private notice = () => {
    const box = this.box.current;
    if (box) this.follows = box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd;
  };
}
