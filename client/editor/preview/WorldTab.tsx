import { Button, Group, Input, NumberInput, SegmentedControl, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Channel, channels } from '../../../shared/schema/fields.ts';
import { useDocument } from '../editor-context.ts';
import { ClockFields } from './ClockFields.tsx';
import styles from './SimulatorPanel.module.css';
import { letPass, setStage } from './simulator.ts';
import { useRestart, useSimulation, useSimulator } from './simulator-context.ts';
import { TimerList } from './TimerList.tsx';
import { useWorldTime } from './use-world-time.ts';

const minute = 60_000;
const spans = [1, 5, 60] as const;

/** What the world is like: the hour, who is there, how the customer came. */
export function WorldTab() {
  const { t, i18n } = useTranslation('simulator');
  const store = useSimulator();
  const stage = useSimulation(({ rehearsal }) => rehearsal.stage);
  const hours = useSimulation(({ play }) => play.release.settings.hours);
  const { open } = useWorldTime();
  const byCalendar = t(
    hours === null ? 'world.noHours' : open ? 'world.calendarOpen' : 'world.calendarClosed',
  );
  return (
    <Stack gap="sm">
      <ClockFields />
      <Input.Wrapper size="xs" label={t('world.pass')} labelElement="div">
        <Group gap={4} mt={4}>
          {spans.map((minutes) => (
            <Button
              key={minutes}
              size="xs"
              variant="default"
              onClick={() => letPass(store, minutes * minute)}
            >
              {toSpan(minutes, i18n.language)}
            </Button>
          ))}
        </Group>
      </Input.Wrapper>
      <TimerList />
      <Input.Wrapper
        size="xs"
        label={t('world.hours')}
        description={stage.open === undefined ? byCalendar : undefined}
        labelElement="div"
      >
        <SegmentedControl
          fullWidth
          size="xs"
          mt={4}
          color="petrol"
          classNames={{ root: styles.switch }}
          aria-label={t('world.hours')}
          value={stage.open === undefined ? 'calendar' : stage.open ? 'open' : 'closed'}
          onChange={(value) => setStage(store, { open: value === 'calendar' ? undefined : value === 'open' })}
          data={['calendar', 'open', 'closed'].map((value) => ({ value, label: t(`world.${value}`) }))}
        />
      </Input.Wrapper>
      <NumberInput
        size="xs"
        label={t('world.agents')}
        min={0}
        max={99}
        allowDecimal={false}
        value={stage.agents}
        onChange={(value) => setStage(store, { agents: typeof value === 'number' ? value : 0 })}
      />
      <OpeningFields />
    </Stack>
  );
}

/** How the customer comes in; another way is another conversation. */
function OpeningFields() {
  const { t, i18n } = useTranslation('simulator');
  const restart = useRestart();
  const opening = useSimulation((simulation) => simulation.opening);
  const languages = useDocument(({ file }) => file.bot.languages);
  const names = new Intl.DisplayNames([i18n.language], { type: 'language', fallback: 'code' });
  return (
    <>
      <Select
        size="xs"
        label={t('world.channel')}
        description={t('world.startsAgain')}
        allowDeselect={false}
        data={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        value={opening.channel}
        onChange={(channel) => channel && restart({ channel: channel as Channel })}
      />
      <Select
        size="xs"
        label={t('world.language')}
        description={t('world.startsAgain')}
        allowDeselect={false}
        data={[...new Set([...languages, opening.language])].map((value) => ({
          value,
          label: names.of(value) ?? value,
        }))}
        value={opening.language}
        onChange={(language) => language && restart({ language })}
      />
    </>
  );
}

/** '5 minutes', '1 hour'. */
function toSpan(minutes: number, language: string): string {
  const [value, unit] = minutes < 60 ? [minutes, 'minute'] : [minutes / 60, 'hour'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
