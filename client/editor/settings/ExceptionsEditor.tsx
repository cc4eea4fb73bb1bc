import { Button, Group, Input, Stack, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RowActions } from '../fields/RowActions.tsx';
import styles from './BotSettingsPage.module.css';
import type { HoursEdit } from './hours-edit.ts';
import { IntervalsEditor } from './IntervalsEditor.tsx';
import { toNewException } from './new-exception.ts';
import { useErrorAt } from './use-settings.ts';

/** Dates with hours of their own: holidays (no hours), a late evening. */
export function ExceptionsEditor({ value, edit, path }: HoursEdit) {
  const { t, i18n } = useTranslation('bot-settings');
  const errorAt = useErrorAt();
  const full = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full', timeZone: 'UTC' });
  const nameOf = (date: string) => (Number.isNaN(Date.parse(date)) ? date : full.format(Date.parse(date)));
  return (
    <Input.Wrapper label={t('exceptions.title')} description={t('exceptions.hint')} labelElement="div">
      <Stack gap="xs" mt="xs">
        {value.exceptions.map((exception, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the date is what is edited, and the fields follow the document.
          <Group key={index} className={styles.row} align="flex-start" justify="space-between" gap="xs">
            <TextInput
              type="date"
              aria-label={t('exceptions.date', { number: index + 1 })}
              description={nameOf(exception.date)}
              inputWrapperOrder={['input', 'description', 'error']}
              value={exception.date}
              error={errorAt(...path, 'exceptions', index, 'date')}
              onChange={({ currentTarget: { value: date } }) =>
                edit((hours) => {
                  const found = hours.exceptions[index];
                  if (found) found.date = date;
                }, `exception-${index}`)
              }
            />
            <IntervalsEditor
              day={nameOf(exception.date)}
              value={exception.open}
              path={[...path, 'exceptions', index, 'open']}
              onChange={(intervals) =>
                edit((hours) => {
                  const found = hours.exceptions[index];
                  if (found) found.open = intervals;
                })
              }
            />
            <RowActions
              name={nameOf(exception.date)}
              onRemove={() =>
                edit((hours) => {
                  hours.exceptions.splice(index, 1);
                })
              }
            />
          </Group>
        ))}
        <Group>
          <Button
            size="xs"
            variant="default"
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() =>
              edit((hours) => {
                hours.exceptions.push(toNewException(hours, new Date()));
              })
            }
          >
            {t('exceptions.add')}
          </Button>
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}
