import { Button, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { toLocale } from '../../ui/times.ts';
import styles from './SimulatorPanel.module.css';
import { letPass } from './simulator.ts';
import { useSimulation, useSimulator } from './simulator-context.ts';

/** What would happen by itself, soonest first, without having to wait for it. */
export function TimerList() {
  const { t, i18n } = useTranslation('simulator');
  const store = useSimulator();
  const timers = useSimulation(({ rehearsal }) => rehearsal.timers);
  const now = useSimulation(({ rehearsal }) => rehearsal.stage.now);
  const relative = new Intl.RelativeTimeFormat(toLocale(i18n.language), {
    numeric: 'always',
    style: 'short',
  });
  if (timers.length === 0) return null;
  return (
    <div>
      <Title order={3} className={styles.heading}>
        {t('world.upcoming')}
      </Title>
      <ul className={styles.timers}>
        {timers
          .toSorted((one, other) => one.at - other.at)
          .map(({ name, at }) => {
            const what = t([`timer.${name.startsWith('inactivity:') ? 'inactivity' : name}`, 'timer.other']);
            return (
              <Group key={name} component="li" gap={4} justify="space-between" wrap="nowrap">
                <Text size="xs">
                  {what} · {toIn(at - now, relative)}
                </Text>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('world.ringName', { name: what })}
                  onClick={() => letPass(store, Math.max(0, at - now))}
                >
                  {t('world.ring')}
                </Button>
              </Group>
            );
          })}
      </ul>
    </div>
  );
}

function toIn(ms: number, relative: Intl.RelativeTimeFormat): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 90) return relative.format(seconds, 'second');
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return relative.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 36 ? relative.format(hours, 'hour') : relative.format(Math.round(hours / 24), 'day');
}
