import { ActionIcon, Group, SegmentedControl, TextInput } from '@mantine/core';
import { Paperclip, SendHorizontal } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './SimulatorPanel.module.css';
import { send, writeAsAgent } from './simulator.ts';
import { useSimulation, useSimulator } from './simulator-context.ts';

type Speaker = 'customer' | 'agent';

/** The line in which the designer writes as the customer and, once the agent has joined, as the agent. */
export function SimulatorComposer() {
  const { t } = useTranslation('simulator');
  const store = useSimulator();
  const holds = useSimulation(({ rehearsal }) => rehearsal.state.handler === 'agent' || rehearsal.state.lent);
  const opening = useSimulation(({ opening }) => opening);
  const [chosen, setSpeaker] = useState<Speaker>('customer');
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const speaker = holds ? chosen : 'customer';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new conversation begins with an empty line.
  useEffect(() => {
    setText('');
    setSpeaker('customer');
  }, [opening.start]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    if (words === '') return;
    if (speaker === 'agent') writeAsAgent(store, words);
    else send(store, { text: words });
    setText('');
    field.current?.focus();
  };
  const sendFile = () => send(store, { file: { file: 'rehearsed', name: t('fileName'), size: 48_000 } });
  return (
    <form className={styles.composer} onSubmit={submit}>
      {holds && (
        <SegmentedControl
          size="xs"
          fullWidth
          mb={4}
          aria-label={t('writeAs')}
          value={speaker}
          onChange={(value) => setSpeaker(value as Speaker)}
          data={[
            { value: 'customer', label: t('from.customer') },
            { value: 'agent', label: t('from.agent') },
          ]}
        />
      )}
      <Group gap={4} wrap="nowrap">
        <TextInput
          ref={field}
          flex={1}
          maxLength={5000}
          autoComplete="off"
          aria-label={t(`write.${speaker}`)}
          placeholder={t(`write.${speaker}`)}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {speaker === 'customer' && (
          <ActionIcon aria-label={t('sendFile')} title={t('sendFile')} onClick={sendFile}>
            <Paperclip size={16} aria-hidden />
          </ActionIcon>
        )}
        <ActionIcon
          type="submit"
          variant="filled"
          color="petrol"
          aria-label={t('send')}
          disabled={text.trim() === ''}
        >
          <SendHorizontal size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </form>
  );
}
