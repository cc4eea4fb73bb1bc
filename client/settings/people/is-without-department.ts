import type { Department, Person } from '../../../shared/api/admin.ts';

/**
 * Whether this is an agent whom conversations of a department never reach, while there are departments.
 * Administrators serve them all.
 */
export function isWithoutDepartment(
  { roles, departments }: Pick<Person, 'roles' | 'departments'>,
  all: readonly Department[],
): boolean {
  if (!roles.includes('agent') || roles.includes('administrator')) return false;
  return all.length > 0 && !all.some(({ id }) => departments.includes(id));
}
