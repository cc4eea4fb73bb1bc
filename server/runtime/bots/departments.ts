import type { DraftFile } from '../../../shared/kinds/document.ts';
import type { DepartmentRecord } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';

/** Departments belong to the server; those a file names and nobody has made yet are made. */
export async function makeDepartments(store: Store, { bot }: Pick<DraftFile, 'bot'>): Promise<void> {
  const known = new Set((await store.desk.departments()).map(({ id }) => id));
  for (const { id, name } of bot.departments) {
    if (!known.has(id)) await store.desk.putDepartment({ id, name });
  }
}

/** An imported file with its departments as this server knows them: by id, else by name, else its own. */
export function mapDepartments<File extends Pick<DraftFile, 'bot' | 'flows'>>(
  file: File,
  known: readonly DepartmentRecord[],
): File {
  const ids = toIds(file.bot.departments, known);
  if (ids.size === 0) return file;
  const departments = file.bot.departments.map((one) => ({ ...one, id: ids.get(one.id) ?? one.id }));
  const flows = file.flows.map((flow) => ({
    ...flow,
    nodes: flow.nodes.map((node) => ({ ...node, data: rename(node.data, ids) as typeof node.data })),
  }));
  return { ...file, bot: { ...file.bot, departments }, flows };
}

/** From the file's ids to the server's, where only the name is the same. */
function toIds(own: readonly DepartmentRecord[], known: readonly DepartmentRecord[]): Map<string, string> {
  const taken = new Set(own.map(({ id }) => id));
  return new Map(
    own.flatMap(({ id, name }): [string, string][] => {
      if (known.some((one) => one.id === id)) return [];
      const same = known.find((one) => one.name.toLowerCase() === name.toLowerCase());
      return same && !taken.has(same.id) ? [[id, same.id]] : [];
    }),
  );
}

/** Every kind calls a reference to a department `department`, at whatever depth of its data. */
function rename(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => rename(one, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === 'department' && typeof inner === 'string' ? (ids.get(inner) ?? inner) : rename(inner, ids),
    ]),
  );
}
