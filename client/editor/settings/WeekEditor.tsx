import { Button, Group, Input } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { weekdays } from '../../../shared/lib/local-time.ts';
import styles from './BotSettingsPage.module.css';
import type { HoursEdit } from './hours-edit.ts';
import { IntervalsEditor } from './IntervalsEditor.tsx';

/** The hours of each day of the week. */
export function WeekEditor({ value, edit, path }: HoursEdit) {
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
