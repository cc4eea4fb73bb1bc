import type { adminRoutes, Person } from '../../shared/api/admin.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { TextLanguage } from '../http/text-language.ts';
import { fill, texts } from '../http/texts.ts';
import type { AdminService, Call, Presence, ServiceOf } from '../services.ts';
import type { Invitations } from './invitations.ts';
import type { PeopleStore, PersonRecord } from './people-store.ts';

type PeopleCalls = Pick<
  typeof adminRoutes,
  'peopleList' | 'personInvite' | 'personLink' | 'personChange' | 'personRemove'
>;
/** What the accounts need to know of the desk, and tell it. */
export type Desk = Pick<
  AdminService,
  'presence' | 'haveDepartments' | 'queueMail' | 'personRemoved' | 'organisation'
>;

interface PeopleDeps {
  readonly people: PeopleStore;
  readonly invitations: Invitations;
  readonly desk: () => Desk;
  readonly publicUrl: string;
}

/** What administrators do with people: invite, change, remove. */
export class PeopleService implements ServiceOf<PeopleCalls> {
  private readonly deps: PeopleDeps;

  constructor(deps: PeopleDeps) {
    this.deps = deps;
  }

  async peopleList() {
    const [people, presence] = await Promise.all([this.deps.people.list(), this.deps.desk().presence()]);
    return { people: people.map((person) => toPerson(person, presence.get(person.id))) };
  }

  async personInvite(call: Call<PeopleCalls['personInvite']>) {
    const { email, roles, departments = [], name = toName(email) } = call.body;
    await this.demandDepartments(departments);
    const id = await this.deps.people.add({ email, name, roles, departments });
    if (id === null) throw new HttpProblem(409, 'email-taken');
    return this.sendLink(await this.demand(id), call.caller.name, call.client.language);
  }

  async personLink(call: Call<PeopleCalls['personLink']>) {
    return this.sendLink(await this.demand(call.params.id), call.caller.name, call.client.language);
  }

  async personChange({ params, body }: Call<PeopleCalls['personChange']>) {
    const before = await this.demand(params.id);
    if (body.departments) await this.demandDepartments(body.departments);
    if (body.roles && !body.roles.includes('administrator')) await this.keepOneAdministrator(before);
    await this.deps.people.change(params.id, body);
    const [person, presence] = await Promise.all([this.demand(params.id), this.deps.desk().presence()]);
    return { person: toPerson(person, presence.get(person.id)) };
  }

  async personRemove({ params }: Call<PeopleCalls['personRemove']>): Promise<undefined> {
    await this.keepOneAdministrator(await this.demand(params.id));
    await this.deps.people.remove(params.id);
    await this.deps.desk().personRemoved(params.id);
  }

  /** Makes a link to choose a password, mails it and answers it, for servers that send no mail. */
  private async sendLink(person: PersonRecord, by: string, language: TextLanguage) {
    const { invitations, publicUrl } = this.deps;
    const desk = this.deps.desk();
    const token = await invitations.create(person.id);
    // Behind the # it reaches no log and no other server.
    const link = new URL(`/invitation#${token}`, publicUrl).href;
    const mail = texts[language].mails[person.hasPassword ? 'password' : 'invitation'];
    const organisation = await this.organisation();
    const values = { name: person.name, by, link, organisation };
    await desk.queueMail({
      to: person.email,
      subject: fill(mail.subject, values),
      text: fill(mail.text, values),
    });
    const presence = await desk.presence();
    return { person: toPerson(person, presence.get(person.id)), link };
  }

  private async organisation(): Promise<string> {
    return (await this.deps.desk().organisation()) || 'Baton';
  }

  private async demand(id: string): Promise<PersonRecord> {
    const person = await this.deps.people.find(id);
    if (!person) throw new HttpProblem(404, 'no-person');
    return person;
  }

  private async demandDepartments(ids: readonly string[]): Promise<void> {
    if (!(await this.deps.desk().haveDepartments(ids))) throw new HttpProblem(404, 'no-department');
  }

  /** Refuses what would leave nobody who can invite others. */
  private async keepOneAdministrator(person: PersonRecord): Promise<void> {
    if (!person.roles.includes('administrator')) return;
    const others = (await this.deps.people.list()).filter(
      (other) => other.id !== person.id && other.hasPassword && other.roles.includes('administrator'),
    );
    if (others.length === 0) throw new HttpProblem(409, 'last-administrator');
  }
}

function toPerson(person: PersonRecord, presence: Presence | undefined): Person {
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    roles: [...person.roles],
    departments: [...person.departments],
    invited: !person.hasPassword,
    status: presence?.status ?? 'offline',
    lastSeenAt: presence?.lastSeenAt ?? null,
  };
}

/** A name to begin with: `anna.de.vries@example.com` is Anna De Vries. */
export function toName(email: string): string {
  const words = (email.split('@')[0] ?? '').split(/[._+-]+/).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || email;
}
