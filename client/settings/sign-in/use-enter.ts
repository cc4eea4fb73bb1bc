import { useQueryClient } from '@tanstack/react-query';
import type { SessionPerson } from '../../../shared/api/auth.ts';
import { changeSession } from '../../api/session.ts';

/** Goes on as a person whom the server has just let in; nothing read before is kept. */
export function useEnter(): (person: SessionPerson) => void {
  const queries = useQueryClient();
  return (person) => changeSession(queries, person);
}
