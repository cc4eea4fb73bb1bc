import type { Department, Settings } from '../../../shared/api/admin.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { AdminService, Presence } from '../../services.ts';
import { newMail } from '../background/new-mail.ts';
import { toSlug } from '../bots/to-slug.ts';
import type { RuntimeDeps } from '../deps.ts';
import { readDeskSettings, writeDeskSettings } from '../desk-settings.ts';
import { releaseConversations } from '../inbox/release-conversations.ts';
import { isOnline } from '../staffing.ts';
import { createOutboxCalls } from './outbox-calls.ts';

/** What administrators may do, but for people and keys. */
export function createAdminService(deps: RuntimeDeps): AdminService {
  const { store, clock } = deps;
  return {
    ...createDepartmentCalls(deps),
    ...createOutboxCalls(deps),
    ...createSecretCalls(deps),
    settingsRead: async () => ({ settings: await readSettings(deps) }),
    settingsChange: async (call) => {
      const given = Object.entries(call.body).filter(([, value]) => value !== undefined);
      await writeDeskSettings(store, { ...(await readDeskSettings(store)), ...Object.fromEntries(given) });
      return { settings: await readSettings(deps) };
    },
    presence: () => readPresence(deps),
    haveDepartments: async (ids) => {
      const known = new Set((await store.desk.departments()).map(({ id }) => id));
      return ids.every((id) => known.has(id));
    },
    organisation: async () => (await readDeskSettings(store)).organisation,
    queueMail: async (mail) => {
      await store.outbox.add(newMail({ newId: deps.newId, now: clock.now() }, mail, null));
      deps.wake(clock.now());
    },
    personRemoved: (id) => releaseConversations(deps, id),
  };
}

type DepartmentCalls = 'departmentList' | 'departmentCreate' | 'departmentChange' | 'departmentRemove';

function createDepartmentCalls(deps: RuntimeDeps): Pick<AdminService, DepartmentCalls> {
  const { store } = deps;
  const read = async (id: string): Promise<Department> => {
    const found = (await readDepartments(deps)).find((department) => department.id === id);
    if (!found) throw new HttpProblem(404, 'no-department');
    return found;
  };
  const requireFree = async (name: string, except: string): Promise<void> => {
    const others = (await store.desk.departments()).filter(({ id }) => id !== except);
    if (others.some((other) => other.name.toLowerCase() === name.toLowerCase()))
      throw new HttpProblem(409, 'name-taken');
  };
  return {
    departmentList: async () => ({ departments: await readDepartments(deps) }),
    departmentCreate: async (call) => {
      const { name } = call.body;
      await requireFree(name, '');
      const taken = new Set((await store.desk.departments()).map((department) => department.id));
      const id = taken.has(toSlug(name)) ? deps.newId() : toSlug(name);
      await store.desk.putDepartment({ id, name });
      return { department: await read(id) };
    },
    departmentChange: async (call) => {
      const { id } = await read(call.params.id);
      await requireFree(call.body.name, id);
      await store.desk.putDepartment({ id, name: call.body.name });
      return { department: await read(id) };
    },
    departmentRemove: async (call) => {
      const { id, waiting } = await read(call.params.id);
      if (waiting > 0) throw new HttpProblem(409, 'department-in-use');
      await store.desk.removeDepartment(id);
      return undefined;
    },
  };
}

async function readDepartments({ store, people }: RuntimeDeps): Promise<Department[]> {
  const [departments, everybody, waiting] = await Promise.all([
    store.desk.departments(),
    people.list(),
    store.inbox.waiting(null),
  ]);
  return departments.map(({ id, name }) => ({
    id,
    name,
    people: everybody.filter((person) => person.departments.includes(id)).length,
    waiting: waiting.filter(({ department }) => department === id).length,
  }));
}

function createSecretCalls({
  store,
  clock,
  secrets,
}: RuntimeDeps): Pick<AdminService, 'secretList' | 'secretPut' | 'secretRemove'> {
  return {
    secretList: async () => ({
      secrets: (await store.desk.secrets()).map(({ name, changedAt }) => ({
        name,
        changedAt: new Date(changedAt).toISOString(),
      })),
    }),
    secretPut: async (call) => {
      const sealed = secrets.seal(call.body.value);
      await store.desk.putSecret({ name: call.params.name, sealed, changedAt: clock.now() });
      return undefined;
    },
    secretRemove: async (call) => {
      await store.desk.removeSecret(call.params.name);
      return undefined;
    },
  };
}

async function readSettings({ store, mailer, publicUrl }: RuntimeDeps): Promise<Settings> {
  return { ...(await readDeskSettings(store)), mail: mailer.sends, publicUrl };
}

async function readPresence({ store, clock }: RuntimeDeps): Promise<Map<string, Presence>> {
  const now = clock.now();
  const rows = await store.desk.presence();
  return new Map(
    rows.map((row) => [
      row.person,
      {
        status: row.status === 'online' && !isOnline(row, now) ? 'offline' : row.status,
        lastSeenAt: row.seenAt === null ? null : new Date(row.seenAt).toISOString(),
      },
    ]),
  );
}
