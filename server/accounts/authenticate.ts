import type { IncomingHttpHeaders } from 'node:http';
import { type Authenticate, toBearer } from '../http/access.ts';
import type { Caller } from '../services.ts';
import type { ApiKeys } from './api-keys.ts';
import type { PeopleStore } from './people-store.ts';
import type { SignIn } from './sign-in.ts';
import { tellOutage } from './tell-outage.ts';

/** Finds out who calls: an API key when there is an `Authorization` header, else the session of the cookie. */
export function createAuthenticate(signIn: SignIn, people: PeopleStore, keys: ApiKeys): Authenticate {
  return async (headers) => {
    if (headers.authorization !== undefined) {
      const key = toBearer(headers.authorization);
      const caller = key === null ? null : await keys.authenticate(key);
      return caller && { caller, by: 'key' };
    }
    const caller = await findPerson(headers, signIn, people);
    return caller && { caller, by: 'session' };
  };
}

async function findPerson(
  { cookie }: IncomingHttpHeaders,
  signIn: SignIn,
  people: PeopleStore,
): Promise<Caller | null> {
  if (!cookie?.includes('baton.session_token=')) return null;
  // Renewing the session would set a cookie that nobody sends; the session call does that.
  const session = await tellOutage(() =>
    signIn.api.getSession({ headers: new Headers({ cookie }), query: { disableRefresh: true } }),
  );
  const person = session ? await people.find(session.user.id) : null;
  return (
    person && {
      kind: 'person',
      id: person.id,
      name: person.name,
      email: person.email,
      avatar: person.avatar,
      roles: person.roles,
      departments: person.departments,
    }
  );
}
