import { weekdays } from '../../../shared/lib/local-time.ts';
import type { Hours } from '../../../shared/schema/bot-settings.ts';

/** Monday to Friday from nine to five, where this browser is: hours to begin with. */
export function toOfficeHours(): Hours {
  const week = Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, [['09:00', '17:00']]]));
  return { timezone: Intl.DateTimeFormat().resolvedOptions().timeZone, week, exceptions: [] };
}
