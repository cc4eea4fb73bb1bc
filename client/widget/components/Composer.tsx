import { Component, createRef } from 'preact';
import type { Chat } from '../chat.ts';
import { sendFile } from '../connection/files.ts';
import { say } from '../connection/send.ts';
import { tellTyping } from '../connection/steer.ts';
import { IconButton } from './IconButton.tsx';
import { PersonButton } from './PersonButton.tsx';

interface Props {
  readonly chat: Chat;
}

const longest = 10_000;
const largestFile = 10 * 1024 * 1024;
const typingEvery = 4_000;

/** The field to write in. What is typed is kept over a reload. */
export class Composer extends Component<Props, { draft: string; problem: string }> {
  private readonly picker = createRef<HTMLInputElement>();
  private told = 0;
  override state = { draft: this.props.chat.connection.memory.read().draft ?? '', problem: '' };

  override render({ chat }: Props) {
    const { t } = chat;
    const { draft, problem } = this.state;
    return (
      <form class="foot" onSubmit={this.send}>
        <PersonButton chat={chat} />
        <p class="failed" role="alert">
          {problem}
        </p>
        <div class="field">
          <IconButton shape="clip" label={t('attach')} onClick={() => this.picker.current?.click()} />
          <input type="file" hidden ref={this.picker} onChange={this.attach} />
          <textarea
            rows={Math.min(5, draft.split('\n').length)}
            maxLength={longest}
            aria-label={t('write')}
            placeholder={t('write')}
            value={draft}
            onInput={(event) => this.write(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.send(event);
            }}
          />
          <IconButton type="submit" class="send" shape="send" label={t('send')} disabled={!draft.trim()} />
        </div>
      </form>
    );
  }

  private write(draft: string) {
    const { connection } = this.props.chat;
    this.setState({ draft });
    connection.memory.write({ draft });
    if (!draft || Date.now() - this.told < typingEvery) return;
    this.told = Date.now();
    tellTyping(connection);
  }

  private send = (event: Event) => {
    event.preventDefault();
    const text = this.state.draft.trim();
    if (text) say(this.props.chat.connection, { text }, text);
    this.write('');
  };

  private attach = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    const { chat } = this.props;
    const file = currentTarget.files?.[0];
    currentTarget.value = '';
    if (!file) return;
    const fits = file.size <= largestFile;
    this.setState({ problem: fits ? '' : chat.t('too-large') });
    if (fits) void sendFile(chat.connection, file);
  };
}
