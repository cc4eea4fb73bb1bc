import { Radio, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { strictnesses } from '../../../shared/schema/bot-settings.ts';
import { Section } from './Section.tsx';
import { useEditSettings, useSetting } from './use-settings.ts';

/** How sure the bot must be before it takes a message for something it knows. */
export function UnderstandingSection() {
  const { t } = useTranslation('bot-settings');
  const { strictness, clarify } = useSetting('understanding');
  const edit = useEditSettings();
  const choose = (value: string) => {
    const chosen = strictnesses.find((one) => one === value);
    if (chosen)
      edit((bot) => {
        bot.understanding.strictness = chosen;
      });
  };
  return (
    <Section counts="published" title={t('part.understanding')} hint={t('understanding.hint')}>
      <Radio.Group label={t('understanding.strictness')} value={strictness} onChange={choose}>
        <Stack gap="xs" mt="xs">
          {strictnesses.map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`understanding.${value}`)}
              description={t(`understanding.${value}Hint`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Switch
        label={t('understanding.clarify')}
        description={t('understanding.clarifyHint')}
        checked={clarify}
        onChange={({ currentTarget: { checked } }) =>
          edit((bot) => {
            bot.understanding.clarify = checked;
          })
        }
      />
    </Section>
  );
}
