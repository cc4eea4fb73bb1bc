import { ActionIcon, Button, Menu, Textarea, Tooltip } from '@mantine/core';
import { Paperclip, SendHorizontal, Workflow } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { InboxConversation } from '../../shared/api/inbox-conversation.ts';
import styles from './Composer.module.css';
import type { ConversationActions } from './inbox-actions.ts';
import { keepDraft, outgoingStore } from './outgoing.ts';
import { UploadNotice } from './UploadNotice.tsx';
import type { Sending } from './use-sending.ts';
import { useTellTyping } from './use-tell-typing.ts';
import { useUpload } from './use-upload.ts';

interface Props {
  conversation: InboxConversation;
  actions: ConversationActions;
  sending: Sending;
  /** Whether to write at once: the agent has just joined, and the button that had the focus is gone. */
  focus: boolean;
}

/** Where the agent writes. What is typed is kept for each conversation until it is sent. */
export function Composer({ conversation: { id, flows }, actions, sending, focus }: Props) {
  const { t } = useTranslation('inbox');
  const draft = useStore(outgoingStore, (state) => state.drafts[id] ?? '');
  const tellTyping = useTellTyping(id);
  const upload = useUpload(id, sending.sendFile);
  const file = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);
  const submit = () => {
    const text = draft.trim();
    if (text === '') return;
    sending.write(text);
    keepDraft(id, '');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter ends the composition and not the message.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <UploadNotice upload={upload} />
      <Textarea
        ref={field}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        aria-label={t('write.label')}
        placeholder={t('write.placeholder')}
        value={draft}
        onChange={(event) => {
          keepDraft(id, event.currentTarget.value);
          tellTyping();
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles.row}>
        <input
          ref={file}
          type="file"
          hidden
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0];
            if (chosen) upload.mutate(chosen);
            event.currentTarget.value = '';
          }}
        />
        <Tooltip label={t('write.attach')}>
          <ActionIcon aria-label={t('write.attach')} onClick={() => file.current?.click()}>
            <Paperclip size={18} />
          </ActionIcon>
        </Tooltip>
        {flows.length > 0 && <FlowMenu flows={flows} onChoose={(flow) => actions.flow.mutate(flow)} />}
        <span className={styles.hint}>{t('write.hint')}</span>
        <Button
          type="submit"
          disabled={draft.trim() === ''}
          rightSection={<SendHorizontal size={16} aria-hidden />}
        >
          {t('write.send')}
        </Button>
      </div>
    </form>
  );
}

function FlowMenu(props: { flows: InboxConversation['flows']; onChoose: (flow: string) => void }) {
  const { t } = useTranslation('inbox');
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Tooltip label={t('write.flow')}>
          <ActionIcon aria-label={t('write.flow')}>
            <Workflow size={18} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown mah="50vh" style={{ overflow: 'auto' }}>
        <Menu.Label>{t('write.flowHint')}</Menu.Label>
        {props.flows.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => props.onChoose(id)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
