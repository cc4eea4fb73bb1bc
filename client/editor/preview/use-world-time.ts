import { useTranslation } from 'react-i18next';
import { isTimezone } from '../../../shared/lib/local-time.ts';
import { isOpen } from '../../../shared/lib/opening-hours.ts';
import { toLocale } from '../../ui/times.ts';
import { useSimulation } from './simulator-context.ts';

/** The moment that is pretended, on the bot's own clock. */
export interface WorldTime {
  /** Milliseconds since 1970. */
  now: number;
  timezone: string;
  /** 'Sun 22:00'. */
  short: string;
  /** By the switch, or else by the calendar. */
  open: boolean;
}

/** The pretended time in the simulator, and whether the bot is open then. */
export function useWorldTime(): WorldTime {
  const { i18n } = useTranslation();
  const stage = useSimulation(({ rehearsal }) => rehearsal.stage);
  const hours = useSimulation(({ play }) => play.release.settings.hours);
  const timezone = toTimezone(hours?.timezone);
  const short = new Intl.DateTimeFormat(toLocale(i18n.language), {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: timezone,
  }).format(stage.now);
  return {
    now: stage.now,
    timezone,
    short,
    open: stage.open ?? (hours === null || isOpen(hours, stage.now).open),
  };
}

/** A bot without hours, or with a zone that is still being typed, lives by UTC, as its flows do. */
function toTimezone(timezone: string | undefined): string {
  return timezone !== undefined && isTimezone(timezone) ? timezone : 'UTC';
}
