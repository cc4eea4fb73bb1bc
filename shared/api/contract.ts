import { adminRoutes } from './admin.ts';
import { authRoutes } from './auth.ts';
import { botRoutes } from './bots.ts';
import { chatRoutes } from './chat.ts';
import { inboxRoutes } from './inbox.ts';

/** Every call of the HTTP interface by its name: validation, documentation and the role matrix come from it. */
export const contract = {
  ...chatRoutes,
  ...inboxRoutes,
  ...botRoutes,
  ...adminRoutes,
  ...authRoutes,
} as const;
export type Contract = typeof contract;
export type CallName = keyof Contract;
