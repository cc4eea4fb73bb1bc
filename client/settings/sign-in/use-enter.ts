import { useQueryClient } from '@tanstack/react-query';
import type { SessionPerson } from '../../../shared/api/auth.ts';
import { sessionQuery } from '../../api/session.ts';

/** Goes on as a person whom the server has just let in; nothing read before is kept. */
export function useEnter(): (person: SessionPerson) => void {
  const queries = useQueryClient();
  return (person) => {
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
    queries.setQueryData(sessionQuery.queryKey, { person, firstAccount: false });
  };
}
