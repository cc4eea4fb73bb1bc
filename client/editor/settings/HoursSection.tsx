import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HoursEditor } from './HoursEditor.tsx';
import { toOfficeHours } from './office-hours.ts';
import { Section } from './Section.tsx';
import { useEditSettings, useSetting } from './use-settings.ts';

/** When people are there; without hours the bot counts as always open. */
export function HoursSection() {
  const { t } = useTranslation('bot-settings');
  const hours = useSetting('hours');
  const edit = useEditSettings();
  const choose = (value: string) =>
    edit((bot) => {
      bot.hours = value === 'always' ? null : (bot.hours ?? toOfficeHours());
    });
  return (
    <Section counts="atOnce" title={t('part.hours')} hint={t('hours.hint')}>
      <Radio.Group aria-label={t('part.hours')} value={hours ? 'hours' : 'always'} onChange={choose}>
        <Stack gap="xs">
          <Radio value="always" label={t('hours.always')} />
          <Radio value="hours" label={t('hours.own')} />
        </Stack>
      </Radio.Group>
      {hours && (
        <HoursEditor
          value={hours}
          path={['hours']}
          edit={(change, gesture) => edit((bot) => bot.hours && change(bot.hours), gesture)}
        />
      )}
    </Section>
  );
}
