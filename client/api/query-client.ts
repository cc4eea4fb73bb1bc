import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.ts';
import { sessionQuery } from './session.ts';

/** The cache of what the server said. A 401 anywhere means the session is over: the guards then show the sign-in. */
export function createQueryClient(): QueryClient {
  const endSession = (error: unknown) => {
    if (!(error instanceof ApiProblem) || error.status !== 401) return;
    const session = client.getQueryData(sessionQuery.queryKey);
    if (session?.person) client.setQueryData(sessionQuery.queryKey, { ...session, person: null });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: endSession }),
    mutationCache: new MutationCache({ onError: endSession }),
    defaultOptions: {
      queries: { staleTime: 10_000, retry: (count, error) => count < 2 && isWorthRetrying(error) },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}

/** Refusals stay refusals; only an unreachable or failing server may answer better the next time. */
function isWorthRetrying(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 0 || error.status >= 500);
}
