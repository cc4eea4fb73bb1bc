import { Button, Group, Input, Stack, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HandoffSettings } from '../../../shared/schema/bot-settings.ts';
import { ListRowActions } from '../fields/ListRowActions.tsx';
import { replaceAt } from '../fields/list-edits.ts';
import { TextField } from '../fields/TextField.tsx';
import { LanguageSwitch } from '../panels/LanguageSwitch.tsx';
import styles from './BotSettingsPage.module.css';
import { FieldError } from './FieldError.tsx';
import { useEditSettings, useErrorAt, useSetting } from './use-settings.ts';

/** Other ways to get help, shown with a handoff and wherever nobody is there. */
export function AlternativesEditor() {
  const { t } = useTranslation('bot-settings');
  const { alternatives } = useSetting('handoff');
  const edit = useEditSettings();
  const errorAt = useErrorAt();
  const change = (next: HandoffSettings['alternatives'], gesture?: string) =>
    edit((bot) => {
      bot.handoff.alternatives = next;
    }, gesture);
  return (
    <Input.Wrapper label={t('alternatives.title')} description={t('alternatives.hint')} labelElement="div">
      <Stack gap="xs" mt="xs">
        {alternatives.length > 0 && <LanguageSwitch />}
        {alternatives.map((way, index) => {
          const name = t('alternatives.row', { number: index + 1 });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the ways have no ids, and their fields hold no state of their own.
            <div key={index} className={styles.row}>
              <Group justify="flex-end">
                <ListRowActions name={name} list={alternatives} index={index} onChange={change} />
              </Group>
              <TextField
                label={t('alternatives.label')}
                placeholder={t('alternatives.labelExample')}
                value={way.label}
                onChange={(label) =>
                  change(replaceAt(alternatives, index, { ...way, label }), `way-label-${index}`)
                }
              />
              <FieldError sentence={errorAt('handoff', 'alternatives', index, 'label')} />
              <TextInput
                mt="xs"
                label={t('alternatives.link')}
                description={t('alternatives.linkHint')}
                value={way.url}
                error={errorAt('handoff', 'alternatives', index, 'url')}
                onChange={({ currentTarget: { value } }) =>
                  change(replaceAt(alternatives, index, { ...way, url: value.trim() }), `way-url-${index}`)
                }
              />
            </div>
          );
        })}
        {alternatives.length < 10 && (
          <Group>
            <Button
              variant="default"
              size="xs"
              leftSection={<Plus size={14} aria-hidden />}
              onClick={() => change([...alternatives, { label: '', url: '' }])}
            >
              {t('alternatives.add')}
            </Button>
          </Group>
        )}
      </Stack>
    </Input.Wrapper>
  );
}
