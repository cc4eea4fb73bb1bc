/** A time as it stands in the bot file (`09:30`), from how people type it: 9, 930, 9.30, 9:30. Null: not one. */
export function parseClockTime(typed: string): string | null {
  const match = /^(\d{1,2})[:.,h]?(\d{2})?\s*h?$/.exec(typed.trim().toLowerCase());
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
