import { Button, Group, Input, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { weekdays } from '../../../shared/lib/local-time.ts';
import type { Hours } from '../../../shared/schema/bot-settings.ts';
import type { Path } from '../../../shared/schema/references.ts';
import styles from './BotSettingsPage.module.css';
import { ExceptionsEditor } from './ExceptionsEditor.tsx';
import { IntervalsEditor } from './IntervalsEditor.tsx';
import { useErrorAt } from './use-settings.ts';

export interface HoursEditorProps {
  value: Hours;
  /** Edits the hours within the document. */
  edit: (change: (hours: Hours) => void, gesture?: string) => void;
  /** Where they stand in the settings. */
  path: Path;
}

/** Opening hours of a week in a time zone, with the dates on which they are different. */
export function HoursEditor({ value, edit, path }: HoursEditorProps) {
  const { t } = useTranslation('bot-settings');
  const errorAt = useErrorAt();
  return (
    <Stack gap="md">
      <Select
        label={t('hours.timezone')}
        description={t('hours.timezoneHint')}
        searchable
        limit={100}
        allowDeselect={false}
        data={[...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', value.timezone])].map((zone) => ({
          value: zone,
          label: zone.replaceAll('_', ' '),
        }))}
        value={value.timezone}
        error={errorAt(...path, 'timezone')}
        onChange={(timezone) =>
          timezone &&
          edit((hours) => {
            hours.timezone = timezone;
          })
        }
      />
      <Week value={value} edit={edit} path={path} />
      <ExceptionsEditor value={value} edit={edit} path={path} />
    </Stack>
  );
}

function Week({ value, edit, path }: HoursEditorProps) {
  const { t, i18n } = useTranslation('bot-settings');
  const names = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
  // The fifth of January 1970 was a Monday.
  const nameOf = (index: number) => names.format(Date.UTC(1970, 0, 5 + index));
  const copyToWorkdays = () =>
    edit((hours) => {
      for (const day of weekdays.slice(1, 5)) hours.week[day] = structuredClone(value.week.mon ?? []);
    });
  return (
    <Input.Wrapper label={t('hours.week')} description={t('hours.weekHint')} labelElement="div">
      <div>
        {weekdays.map((day, index) => (
          <div key={day} className={styles.day}>
            <span className={styles.dayName}>{nameOf(index)}</span>
            <IntervalsEditor
              day={nameOf(index)}
              value={value.week[day] ?? []}
              path={[...path, 'week', day]}
              onChange={(intervals) =>
                edit((hours) => {
                  hours.week[day] = intervals;
                })
              }
            />
          </div>
        ))}
      </div>
      <Group mt="xs">
        <Button size="xs" variant="default" onClick={copyToWorkdays}>
          {t('hours.copy', { from: nameOf(0), to: nameOf(4) })}
        </Button>
      </Group>
    </Input.Wrapper>
  );
}
