import { Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ExceptionsEditor } from './ExceptionsEditor.tsx';
import type { HoursEdit } from './hours-edit.ts';
import { useErrorAt } from './use-settings.ts';
import { WeekEditor } from './WeekEditor.tsx';

/** Opening hours of a week in a time zone, with the dates on which they are different. */
export function HoursEditor({ value, edit, path }: HoursEdit) {
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
      <WeekEditor value={value} edit={edit} path={path} />
      <ExceptionsEditor value={value} edit={edit} path={path} />
    </Stack>
  );
}
