import { currentFormat } from './flow.ts';

type Json = Record<string, unknown>;

interface Migration {
  from: string;
  to: string;
  migrate: (file: Json) => Json;
}

/** One small step a version, oldest first. A step receives plain JSON and must not trust its shape. */
export const migrations: readonly Migration[] = [
  {
    from: 'baton/0',
    to: 'baton/1',
    // Format 0 had no list of languages: they are those in which its texts are written.
    migrate: (file) => ({
      ...file,
      bot: { ...toRecord(file.bot), languages: toWrittenLanguages(file.flows) },
    }),
  },
];

/** Brings an older bot file to the current format. A file of any other format is returned as it is. */
export function migrateBotFile(file: Json): Json {
  let current = file;
  for (const { from, to, migrate } of migrations) {
    if (current.format === from) current = { ...migrate(current), format: to };
  }
  return current;
}

/** Whether a newer program wrote this format. */
export function isNewerFormat(format: unknown): boolean {
  const version = typeof format === 'string' ? /^baton\/(\d{1,6})$/.exec(format)?.[1] : undefined;
  return version !== undefined && Number(version) > Number(currentFormat.slice('baton/'.length));
}

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/;
/** Deeper than any document of that format; a hostile one must not exhaust the stack. */
const deepest = 30;
const textFields = new Set(['text', 'prompt', 'label', 'question', 'retryText', 'accept', 'decline']);

function toWrittenLanguages(flows: unknown): string[] {
  const found = new Set<string>();
  const visit = (value: unknown, key: string, depth: number): void => {
    if (depth > deepest) return;
    if (Array.isArray(value)) for (const item of value) visit(item, key, depth + 1);
    else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value);
      if (textFields.has(key) && entries.every(([language]) => languageTag.test(language))) {
        for (const [language] of entries) found.add(language);
      } else for (const [name, inner] of entries) visit(inner, name, depth + 1);
    }
  };
  visit(flows, '', 0);
  return found.size > 0 ? [...found] : ['en'];
}

function toRecord(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}
