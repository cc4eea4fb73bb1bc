import type { Named } from '../../../shared/api/inbox-conversation.ts';
import type { RuntimeDeps } from '../deps.ts';

/** What bots and departments are called; one that is gone keeps its id for a name. */
export interface Names {
  bot(id: string): Named;
  department(id: string | null): Named | null;
}

export async function readNames({ store }: Pick<RuntimeDeps, 'store'>): Promise<Names> {
  const [bots, archived, departments] = await Promise.all([
    store.bots.list(false),
    store.bots.list(true),
    store.desk.departments(),
  ]);
  const botNames = new Map([...bots, ...archived].map(({ id, name }) => [id, name]));
  const departmentNames = new Map(departments.map(({ id, name }) => [id, name]));
  return {
    bot: (id) => ({ id, name: botNames.get(id) ?? id }),
    department: (id) => (id === null ? null : { id, name: departmentNames.get(id) ?? id }),
  };
}
