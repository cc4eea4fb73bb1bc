import { TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InboxConversation } from '../../shared/api/inbox-conversation.ts';
import type { ConversationActions } from './inbox-actions.ts';
import { PaneSection } from './PaneSection.tsx';

/** The tags of a conversation; a change is saved at once. */
export function TagsSection(props: { conversation: InboxConversation; actions: ConversationActions }) {
  const { t } = useTranslation('inbox');
  const { tags } = props.conversation;
  const { mutate, isPending, variables } = props.actions.tags;
  const change = (next: string[]) =>
    mutate({
      add: next.filter((tag) => !tags.includes(tag)),
      remove: tags.filter((tag) => !next.includes(tag)),
    });
  const shown = isPending
    ? [...tags.filter((tag) => !variables.remove?.includes(tag)), ...(variables.add ?? [])]
    : tags;
  return (
    <PaneSection title={t('customer.tags')}>
      <TagsInput
        aria-label={t('customer.tags')}
        placeholder={shown.length === 0 ? t('customer.addTag') : ''}
        value={shown}
        onChange={change}
        maxTags={50}
      />
    </PaneSection>
  );
}
