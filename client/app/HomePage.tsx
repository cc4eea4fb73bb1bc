import { lazy } from 'react';
import { Navigate } from 'react-router';
import { hasRole, usePerson } from '../api/session.ts';

const BotsPage = lazy(async () => ({ default: (await import('../editor/BotsPage.tsx')).BotsPage }));

/** The bots for who may design them; an agent's home is the inbox. */
export function HomePage() {
  const person = usePerson();
  return hasRole(person, 'designer') ? <BotsPage /> : <Navigate to="/inbox" replace />;
}
