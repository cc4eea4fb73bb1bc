import { Button, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { toLocalTime } from '../../../shared/lib/local-time.ts';
import { toMoment, toNextEvening } from './moment.ts';
import { setClock } from './simulator.ts';
import { useSimulator } from './simulator-context.ts';
import { useWorldTime } from './use-world-time.ts';

/** The date and the time that are pretended, on the bot's own clock. */
export function ClockFields() {
  const { t } = useTranslation('simulator');
  const store = useSimulator();
  const { now, timezone } = useWorldTime();
  const local = toLocalTime(now, timezone);
  const set = (date: string, time: string) => {
    const moment = toMoment(date, time, timezone);
    if (moment !== null) setClock(store, moment);
  };
  return (
    <div>
      <Group gap={4} grow align="flex-end">
        <TextInput
          size="xs"
          type="date"
          label={t('world.date')}
          value={local.date}
          onChange={(event) => set(event.currentTarget.value, local.time)}
        />
        <TextInput
          size="xs"
          type="time"
          label={t('world.time')}
          value={local.time}
          onChange={(event) => set(local.date, event.currentTarget.value)}
        />
      </Group>
      <Group gap={4} mt={4}>
        <Button size="xs" variant="default" onClick={() => setClock(store, Date.now())}>
          {t('world.now')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setClock(store, toNextEvening(now, timezone))}>
          {t('world.sunday')}
        </Button>
      </Group>
    </div>
  );
}
