import { Stack, Switch, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HandoffSettings } from '../../../shared/schema/bot-settings.ts';
import { AlternativesEditor } from './AlternativesEditor.tsx';
import { MinutesField } from './MinutesField.tsx';
import { Section } from './Section.tsx';
import { useEditSettings, useErrorAt, useSetting } from './use-settings.ts';

const minutes = ['waitMinutes', 'answerMinutes', 'agentSilenceMinutes', 'reopenMinutes'] as const;

/** Passing conversations on to people: on or off, how long each waits, who hears of it, how else to get help. */
export function HandoffSection() {
  const { t } = useTranslation('bot-settings');
  const handoff = useSetting('handoff');
  const edit = useEditSettings();
  const errorAt = useErrorAt();
  const set = <Key extends keyof HandoffSettings>(key: Key, value: HandoffSettings[Key], gesture?: string) =>
    edit((bot) => {
      bot.handoff[key] = value;
    }, gesture);
  const { emails } = handoff.notify;
  const wrong = emails.map((_, index) => errorAt('handoff', 'notify', 'emails', index)).find(Boolean);
  return (
    <Section counts="atOnce" title={t('part.handoff')} hint={t('handoff.hint')}>
      <Switch
        label={t('handoff.enabled')}
        description={t(handoff.enabled ? 'handoff.onHint' : 'handoff.offHint')}
        checked={handoff.enabled}
        onChange={({ currentTarget: { checked } }) => set('enabled', checked)}
      />
      {handoff.enabled && (
        <Stack gap="md">
          <TagsInput
            label={t('handoff.emails')}
            description={t('handoff.emailsHint')}
            placeholder={emails.length === 0 ? t('handoff.emailExample') : ''}
            splitChars={[',', ';', ' ']}
            maxTags={50}
            acceptValueOnBlur
            value={emails}
            error={wrong}
            onChange={(next) => set('notify', { emails: toAddresses(next) })}
          />
          {minutes.map((key) => (
            <MinutesField
              key={key}
              label={t(`handoff.${key}`)}
              hint={t(`handoff.${key}Hint`)}
              value={handoff[key]}
              error={errorAt('handoff', key)}
              onChange={(value) => set(key, value, `handoff-${key}`)}
            />
          ))}
        </Stack>
      )}
      <AlternativesEditor />
    </Section>
  );
}

/** What stands between addresses that were pasted or typed in a row belongs to none of them. */
function toAddresses(typed: string[]): string[] {
  return [...new Set(typed.flatMap((words) => words.split(/[\s,;]+/)).filter((address) => address !== ''))];
}
