import type { Role } from '../../shared/api/route.ts';

/** A person with an account, as the desk knows one. */
export interface DeskPerson {
  id: string;
  name: string;
  avatar: string | null;
  roles: readonly Role[];
  departments: readonly string[];
}

/** Who works here; the accounts know. */
export interface People {
  list(): Promise<readonly DeskPerson[]>;
}

/** Agents and administrators answer customers. */
export function isAgent(person: Pick<DeskPerson, 'roles'>): boolean {
  return person.roles.includes('agent') || person.roles.includes('administrator');
}

/** Administrators serve every department, others those they belong to. */
export function servesDepartment(
  person: Pick<DeskPerson, 'roles' | 'departments'>,
  department: string,
): boolean {
  return person.roles.includes('administrator') || person.departments.includes(department);
}
