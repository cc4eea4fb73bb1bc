import { Alert, Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxConversation } from '../../shared/api/inbox-conversation.ts';
import { toSentence } from '../api/api-problem.ts';
import { DialogButtons } from '../ui/DialogButtons.tsx';
import type { ConversationActions } from './inbox-actions.ts';

interface Props {
  conversation: InboxConversation;
  actions: ConversationActions;
  onClose: () => void;
}

const asDrawn = 'as-drawn';
const none = 'none';
const named = 'survey:';

/** Ends the agent's part: with an outcome, and with a survey, none, or what the designer drew. */
export function ResolveDialog({ conversation, actions, onClose }: Props) {
  const { t } = useTranslation('inbox');
  const [outcome, setOutcome] = useState('');
  const [survey, setSurvey] = useState(asDrawn);
  const { resolve } = actions;
  const submit = () =>
    resolve.mutate(
      { ...(outcome.trim() && { outcome: outcome.trim() }), ...toSurvey(survey) },
      { onSuccess: onClose },
    );
  return (
    <Modal opened onClose={onClose} title={t('resolve.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('resolve.text')}
          </Text>
          <TextInput
            data-autofocus
            label={t('resolve.outcome')}
            description={t('resolve.outcomeHint')}
            value={outcome}
            onChange={(event) => setOutcome(event.currentTarget.value)}
            maxLength={200}
          />
          <Group gap="xs" mt={-8}>
            {(t('resolve.outcomes', { returnObjects: true }) as string[]).map((word) => (
              <Button key={word} variant="default" size="compact-sm" onClick={() => setOutcome(word)}>
                {word}
              </Button>
            ))}
          </Group>
          <Radio.Group label={t('resolve.survey')} value={survey} onChange={setSurvey}>
            <Stack gap="xs" mt={8}>
              <Radio value={asDrawn} label={t('resolve.asDrawn')} />
              {conversation.surveys.map(({ name, label }) => (
                <Radio key={name} value={named + name} label={t('resolve.start', { survey: label })} />
              ))}
              <Radio value={none} label={t('resolve.none')} />
            </Stack>
          </Radio.Group>
          {resolve.isError && <Alert color="red">{toSentence(resolve.error)}</Alert>}
          <DialogButtons submit={t('resolve.do')} saving={resolve.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}

function toSurvey(choice: string): { survey?: string | false } {
  if (choice === none) return { survey: false };
  return choice.startsWith(named) ? { survey: choice.slice(named.length) } : {};
}
