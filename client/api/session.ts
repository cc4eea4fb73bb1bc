import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { authRoutes, type ProfileBody, type SessionPerson } from '../../shared/api/auth.ts';
import type { Role } from '../../shared/api/route.ts';
import { call } from './call.ts';

/** Who is signed in, and whether the first account is still to be made. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call(authRoutes.session, { signal }),
  staleTime: 5 * 60_000,
});

/** The person at the screen. Only for screens behind the sign-in. */
export function usePerson(): SessionPerson {
  const { person } = useSuspenseQuery(sessionQuery).data;
  if (!person) throw new Error('This screen needs somebody signed in; put it behind RequireRole.');
  return person;
}

/** Whether a person may do what one of these roles may; the administrator may do all. */
export function hasRole(person: Pick<SessionPerson, 'roles'>, ...wanted: readonly Role[]): boolean {
  return person.roles.includes('administrator') || wanted.some((role) => person.roles.includes(role));
}

/** Changes one's own profile; the session shows it at once. */
export function useChangeProfile() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ProfileBody) => call(authRoutes.profile, { body }),
    onSuccess: ({ person }) => queries.setQueryData(sessionQuery.queryKey, { person, firstAccount: false }),
  });
}

/** Signs out and forgets everything that was read as this person. */
export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call(authRoutes.signOut),
    onSuccess: () => changeSession(queries, null),
  });
}

/** From now on this person is at the screen, or nobody; what the one before had read is forgotten. */
export function changeSession(queries: QueryClient, person: SessionPerson | null): void {
  // The session's own query stays in the cache: the screens listen to it to learn of the change.
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  queries.setQueryData(sessionQuery.queryKey, { person, firstAccount: false });
}
