import type { Hours } from '../../../shared/schema/bot-settings.ts';

/** A closed day on the first date from today on that is not listed yet. */
export function toNewException({ exceptions }: Hours, today: Date): Hours['exceptions'][number] {
  const taken = new Set(exceptions.map(({ date }) => date));
  const day = new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate()));
  while (taken.has(toDate(day))) day.setUTCDate(day.getUTCDate() + 1);
  return { date: toDate(day), open: [] };
}

function toDate(day: Date): string {
  return day.toISOString().slice(0, 10);
}
