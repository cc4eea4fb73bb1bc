import { useTranslation } from 'react-i18next';
import type { Text } from '../../../shared/text/localised.ts';
import { Fold } from '../fields/Fold.tsx';
import { TextList } from '../fields/TextList.tsx';

interface VariantsFoldProps {
  value: readonly Text[] | undefined;
  onChange: (variants: Text[] | undefined) => void;
}

/** Other words for the same message, so that a bot that repeats itself does not sound like one. */
export function VariantsFold({ value, onChange }: VariantsFoldProps) {
  const { t } = useTranslation('kinds');
  return (
    <Fold label={t('message.variants')} open={Boolean(value?.length)}>
      <TextList
        label=""
        hint={t('message.variantsHint')}
        rowLabel={(number) => t('message.variant', { number: number + 1 })}
        addLabel={t('message.addVariant')}
        value={value}
        multiline
        onChange={onChange}
      />
    </Fold>
  );
}
