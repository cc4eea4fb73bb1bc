import type { Express } from 'express';
import { adminRoutes } from '../../shared/api/admin.ts';
import { authRoutes } from '../../shared/api/auth.ts';
import { botRoutes } from '../../shared/api/bots.ts';
import { chatRoutes } from '../../shared/api/chat.ts';
import { inboxRoutes } from '../../shared/api/inbox.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { type MountDeps, mountArea } from '../http/mount.ts';
import type { Services } from '../services.ts';

/** Every call of the contract beside the service that answers it. */
export function mountCalls(app: Express, services: Services, accounts: Accounts, deps: MountDeps): void {
  const { peopleList, personInvite, personLink, personChange, personRemove, ...afterPeople } = adminRoutes;
  const { keyList, keyCreate, keyRevoke, ...desk } = afterPeople;
  const people = { peopleList, personInvite, personLink, personChange, personRemove };

  mountArea(app, chatRoutes, services.chat, deps);
  mountArea(app, inboxRoutes, services.inbox, deps);
  mountArea(app, botRoutes, services.bots, deps);
  mountArea(app, desk, services.admin, deps);
  mountArea(app, people, accounts.people, deps);
  mountArea(app, { keyList, keyCreate, keyRevoke }, accounts.keys, deps);
  mountArea(app, authRoutes, accounts.auth, deps);
}
