import { ActionIcon, Stack, Text } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Path } from '../../../shared/schema/references.ts';
import { removeAt, replaceAt } from '../fields/list-edits.ts';
import styles from './BotSettingsPage.module.css';
import { ClockField } from './ClockField.tsx';
import { FieldError } from './FieldError.tsx';
import { toNextInterval } from './intervals.ts';
import { useErrorAt } from './use-settings.ts';

type Interval = [string, string];

interface IntervalsEditorProps {
  /** What day this is, for who hears the screen. */
  day: string;
  value: readonly Interval[];
  onChange: (intervals: Interval[]) => void;
  /** Where the hours of this day stand in the settings. */
  path: Path;
}

/** When it is open on one day; nothing is closed. */
export function IntervalsEditor({ day, value, onChange, path }: IntervalsEditorProps) {
  const { t } = useTranslation('bot-settings');
  const errorAt = useErrorAt();
  const add = (
    <ActionIcon
      size={36}
      aria-label={t('hours.add', { day })}
      title={t('hours.add', { day })}
      onClick={() => onChange([...value, toNextInterval(value)])}
    >
      <Plus size={16} aria-hidden />
    </ActionIcon>
  );
  return (
    <Stack gap={4}>
      {value.length === 0 && (
        <div className={styles.interval}>
          <Text size="sm" c="dimmed" className={styles.closed}>
            {t('hours.closed')}
          </Text>
          {add}
        </div>
      )}
      {value.map(([opens, closes], index) => {
        const error = errorAt(...path, index);
        const names = { day, number: index + 1 };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: intervals have no ids.
          <div key={index}>
            <div className={styles.interval}>
              <ClockField
                label={t('hours.from', names)}
                value={opens}
                invalid={error !== undefined}
                onChange={(time) => onChange(replaceAt(value, index, [time, closes]))}
              />
              <span className={styles.dash}>–</span>
              <ClockField
                label={t('hours.to', names)}
                value={closes}
                invalid={error !== undefined}
                onChange={(time) => onChange(replaceAt(value, index, [opens, time]))}
              />
              <ActionIcon
                size={36}
                aria-label={t('hours.remove', names)}
                onClick={() => onChange(removeAt(value, index))}
              >
                <X size={14} aria-hidden />
              </ActionIcon>
              {index === value.length - 1 && value.length < 12 && add}
            </div>
            <FieldError sentence={error} />
          </div>
        );
      })}
    </Stack>
  );
}
