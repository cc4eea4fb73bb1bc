/** `14:05`, in the reader's own zone and custom. */
export function formatTime(at: string, language: string): string {
  return new Date(at).toLocaleTimeString(language, { hour: 'numeric', minute: '2-digit' });
}

/** A day as a heading in the transcript, in the reader’s language. */
export function formatDay(at: string, language: string): string {
  return new Date(at).toLocaleDateString(language, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** The language's name in itself: `polski`. */
export function formatLanguage(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}

/** Bytes as people read them: `4.2 MB`. */
export function formatSize(bytes: number, language: string): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${value.toLocaleString(language, { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`;
}
