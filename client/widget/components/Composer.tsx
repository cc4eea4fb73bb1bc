import type { Chat } from '../chat.ts';
import { sendFile } from '../connection/files.ts';
import { say } from '../connection/send.ts';
import { tellTyping } from '../connection/steer.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { PersonButton } from './PersonButton.tsx';

const longest = 10_000;

/** The field to write in, which keeps its own words; they survive a reload. */
export function Composer({ chat }: { chat: Chat }) {
  const { connection, t } = chat;
  const { memory } = connection;
  const send = (event: Event & { currentTarget: HTMLElement }) => {
    event.preventDefault();
    const field = event.currentTarget.querySelector('textarea');
    const text = field?.value.trim();
    if (!field || !text) return;
    say(connection, { text }, text);
    field.value = '';
    memory.write({ draft: '' });
    field.focus();
  };
  return (
    <form class="foot" onSubmit={send}>
      <PersonButton chat={chat} />
      <div class="field">
        <FileButton chat={chat} />
        <textarea
          rows="1"
          maxlength={longest}
          aria-label={t('write')}
          placeholder={t('write')}
          ref={(field) => {
            field.value = memory.read().draft ?? '';
          }}
          onInput={({ currentTarget: { value } }) => {
            memory.write({ draft: value });
            if (value) tellTyping(connection);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
        <IconButton type="submit" class="send" shape="send" label={t('send')} />
      </div>
    </form>
  );
}

function FileButton({ chat: { connection, t } }: { chat: Chat }) {
  return (
    <label class="plain" title={t('attach')}>
      <Icon shape="clip" />
      <input
        type="file"
        class="hidden"
        aria-label={t('attach')}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void sendFile(connection, file, t('too-large'));
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
