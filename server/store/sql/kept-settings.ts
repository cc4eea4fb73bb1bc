import { createHash } from 'node:crypto';
import type { Facts, LiveSettings } from '../../../shared/schema/facts.ts';
import type { EventRecord } from '../records.ts';
import { fromJson, toJson } from './json.ts';
import type { Statement } from './statement.ts';

/** Facts as a row holds them: of the live settings only the id. Rows from before hold them whole. */
type FactsRow = Omit<Facts, 'settings'> & { settings: string | LiveSettings };

/** So many different ones are remembered as written; the rest is written again, which changes nothing. */
const mostWritten = 10_000;
const insertSql = 'insert into live_settings (id, settings) values (?, ?) on conflict (id) do nothing';

/** Every event is judged by the bot's live settings, which hardly ever change: each version is kept once. */
export interface KeptSettings {
  toJson(facts: Facts): string;
  /** Writes what these events refer to and nobody has written yet; call `written` after the commit. */
  toStatements(events: readonly EventRecord[]): Statement[];
  written(events: readonly EventRecord[]): void;
}

export function createKeptSettings(): KeptSettings {
  const ids = new WeakMap<LiveSettings, string>();
  const known = new Set<string>();
  const toId = (settings: LiveSettings): string => {
    const id = ids.get(settings) ?? createHash('sha256').update(toJson(settings)).digest('base64url');
    ids.set(settings, id);
    return id;
  };
  const unknown = (events: readonly EventRecord[]): LiveSettings[] =>
    events.flatMap(({ facts }) => (facts && !known.has(toId(facts.settings)) ? [facts.settings] : []));
  return {
    toJson: (facts) => {
      const row: FactsRow = { ...facts, settings: toId(facts.settings) };
      return toJson(row);
    },
    toStatements: (events) =>
      unknown(events).map((settings) => ({ sql: insertSql, params: [toId(settings), toJson(settings)] })),
    written: (events) => {
      if (known.size > mostWritten) known.clear();
      for (const settings of unknown(events)) known.add(toId(settings));
    },
  };
}

/** The id of the kept settings that facts refer to; none where they hold them whole. */
export function toSettingsId(text: string): string[] {
  const { settings } = fromJson<FactsRow>(text);
  return typeof settings === 'string' ? [settings] : [];
}

/** The reverse of `toJson`; `settings` are the kept ones by id. */
export function fromFactsJson(text: string, settings: ReadonlyMap<string, string>): Facts {
  const row = fromJson<FactsRow>(text);
  if (typeof row.settings !== 'string') return row as Facts;
  const kept = settings.get(row.settings);
  if (kept === undefined) throw new Error('The settings that an event was judged by are lost.');
  return { ...row, settings: fromJson(kept) };
}
