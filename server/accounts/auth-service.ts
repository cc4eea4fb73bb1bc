import { isAPIError } from 'better-auth/api';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { authRoutes, SessionPerson } from '../../shared/api/auth.ts';
import type { Answer, Route } from '../../shared/api/route.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { Call } from '../services.ts';
import type { Invitations } from './invitations.ts';
import type { PeopleStore, PersonRecord } from './people-store.ts';
import type { SignIn } from './sign-in.ts';
import { tellOutage } from './tell-outage.ts';

/** A call that may set or remove the session cookie. */
export interface CookieCall<R extends Route> extends Call<R> {
  readonly headers: Headers;
  setCookies(values: readonly string[]): void;
}
type Calls = typeof authRoutes;
type Service = { [Name in keyof Calls]: (call: CookieCall<Calls[Name]>) => Promise<Answer<Calls[Name]>> };

interface AuthDeps {
  readonly signIn: SignIn;
  readonly people: PeopleStore;
  readonly invitations: Invitations;
}

/** Sign-in and sign-out, invitations, the first account, and one's own profile. */
export class AuthService implements Service {
  private readonly deps: AuthDeps;

  constructor(deps: AuthDeps) {
    this.deps = deps;
  }

  async signIn(call: CookieCall<Calls['signIn']>) {
    return { person: await this.beginSession(call, call.body.email, call.body.password) };
  }

  async acceptInvitation(call: CookieCall<Calls['acceptInvitation']>) {
    const { token, name, password } = call.body;
    const { invitations, people } = this.deps;
    const person = await this.invited(token);
    const hash = await hashPassword(password);
    if (!(await invitations.use(token))) throw new HttpProblem(404, 'no-invitation');
    await people.change(person.id, { name });
    await people.setPassword(person.id, hash);
    return { person: await this.beginSession(call, person.email, password) };
  }

  async firstAccount(call: CookieCall<Calls['firstAccount']>) {
    const { token, name, email, password } = call.body;
    const { invitations, people } = this.deps;
    if (!(await people.isEmpty())) throw new HttpProblem(409, 'account-exists');
    const invitation = await invitations.read(token);
    if (invitation?.person !== null) throw new HttpProblem(404, 'no-invitation');
    const hash = await hashPassword(password);
    const id = await people.addFirst({ name, email, roles: ['administrator'], departments: [] }, hash);
    if (id === null) throw new HttpProblem(409, 'account-exists');
    await invitations.closeFirst();
    return { person: await this.beginSession(call, email, password) };
  }

  async readInvitation({ body }: CookieCall<Calls['readInvitation']>) {
    const { email, name, roles } = await this.invited(body.token);
    return { invitation: { email, name, roles: [...roles] } };
  }

  async signOut(call: CookieCall<Calls['signOut']>): Promise<undefined> {
    const { headers } = await tellOutage(() =>
      this.deps.signIn.api.signOut({ headers: call.headers, returnHeaders: true }),
    );
    call.setCookies(headers.getSetCookie());
  }

  async session(call: CookieCall<Calls['session']>) {
    if (call.caller?.kind !== 'person') {
      return { person: null, firstAccount: await this.deps.people.isEmpty() };
    }
    // A session grows older with its cookie; both are renewed here, once a day.
    const { headers } = await tellOutage(() =>
      this.deps.signIn.api.getSession({ headers: call.headers, returnHeaders: true }),
    );
    call.setCookies(headers.getSetCookie());
    return { person: await this.demand(call.caller.id), firstAccount: false };
  }

  async profile(call: CookieCall<Calls['profile']>) {
    const { caller, body } = call;
    if (caller.kind === 'key') throw new HttpProblem(403, 'people-only');
    const { password, ...fields } = body;
    if (password) {
      const hash = await this.deps.people.passwordHash(caller.id);
      const right = hash !== null && (await verifyPassword({ hash, password: password.present }));
      if (!right) throw new HttpProblem(403, 'wrong-password');
    }
    await this.deps.people.change(caller.id, fields);
    const person = await this.demand(caller.id);
    if (password) {
      // Every other session ends; this one goes on as a new one.
      await this.deps.people.setPassword(caller.id, await hashPassword(password.next));
      await this.beginSession(call, person.email, password.next);
    }
    return { person };
  }

  private async beginSession(
    call: Pick<CookieCall<Route>, 'headers' | 'setCookies'>,
    email: string,
    password: string,
  ): Promise<SessionPerson> {
    try {
      const { headers, response } = await tellOutage(() =>
        this.deps.signIn.api.signInEmail({
          body: { email: email.toLowerCase(), password, rememberMe: true },
          headers: call.headers,
          returnHeaders: true,
        }),
      );
      call.setCookies(headers.getSetCookie());
      await this.deps.people.forgetOldSessions();
      return await this.demand(response.user.id);
    } catch (error) {
      if (isAPIError(error)) throw new HttpProblem(401, 'bad-sign-in', { cause: error });
      throw error;
    }
  }

  private async invited(token: string): Promise<PersonRecord> {
    const invitation = await this.deps.invitations.read(token);
    const person = invitation?.person ? await this.deps.people.find(invitation.person) : null;
    if (!person) throw new HttpProblem(404, 'no-invitation');
    return person;
  }

  private async demand(id: string): Promise<SessionPerson> {
    const person = await this.deps.people.find(id);
    if (!person) throw new HttpProblem(401, 'sign-in');
    const { hasPassword: _, ...known } = person;
    return { ...known, roles: [...known.roles], departments: [...known.departments] };
  }
}
