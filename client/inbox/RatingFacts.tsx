import { useTranslation } from 'react-i18next';
import type { InboxConversation } from '../../shared/api/inbox-conversation.ts';
import { ratingRanges } from '../../shared/text/rating-scale.ts';
import { FactList } from './FactList.tsx';
import { PaneSection } from './PaneSection.tsx';

/** What the customer answered in surveys. */
export function RatingFacts({ conversation: { ratings } }: { conversation: InboxConversation }) {
  const { t } = useTranslation('inbox');
  if (ratings.length === 0) return null;
  return (
    <PaneSection title={t('customer.ratings')}>
      <FactList
        facts={ratings.map(({ at, label, scale, value, comment }) => ({
          name: `${at} ${label}`,
          label: label || t(`scale.${scale}`),
          value: [
            scale === 'thumbs'
              ? t(value > 0 ? 'thumbs.up' : 'thumbs.down')
              : t('rated', { value, max: ratingRanges[scale].max }),
            comment,
          ]
            .filter(Boolean)
            .join('\n'),
        }))}
      />
    </PaneSection>
  );
}
