import { adminRoutes } from '../../../shared/api/admin.ts';
import { botRoutes } from '../../../shared/api/bots.ts';
import { chatRoutes } from '../../../shared/api/chat.ts';
import { inboxRoutes } from '../../../shared/api/inbox.ts';
import type { Route } from '../../../shared/api/route.ts';
import type { AdminService, BotService, ChatService, InboxService, Services } from '../../services.ts';

interface FakeCall {
  readonly name: string;
  readonly call: unknown;
  readonly extra: unknown;
}

/** Services that note what they are asked and answer nothing much; a test replaces what it needs. */
export interface FakeServices extends Services {
  readonly calls: FakeCall[];
  readonly mails: { to: string; subject: string; text: string }[];
  readonly removed: string[];
}

type Overrides = { [Area in keyof Services]?: Partial<Services[Area]> };

export function createFakeServices(overrides: Overrides = {}): FakeServices {
  const calls: FakeCall[] = [];
  const mails: FakeServices['mails'] = [];
  const removed: string[] = [];
  const area = (routes: Record<string, Route>) =>
    toArea(routes, (name, call, extra) => calls.push({ name, call, extra }));
  const desk: Partial<AdminService> = {
    presence: async () => new Map(),
    haveDepartments: async (ids) => ids.every((id) => id === 'support'),
    organisation: async () => 'Webshop',
    queueMail: async (mail) => void mails.push(mail),
    personRemoved: async (id) => void removed.push(id),
  };
  return {
    calls,
    mails,
    removed,
    chat: { ...area(chatRoutes), allowedOrigins: async () => [], ...overrides.chat } as ChatService,
    inbox: { ...area(inboxRoutes), ...overrides.inbox } as InboxService,
    bots: { ...area(botRoutes), ...overrides.bots } as BotService,
    admin: { ...area(adminRoutes), ...desk, ...overrides.admin } as AdminService,
  };
}

function toArea(routes: Record<string, Route>, note: (name: string, call: unknown, extra: unknown) => void) {
  return Object.fromEntries(
    Object.entries(routes).map(([name, route]) => [
      name,
      async (call: unknown, extra: unknown) => {
        note(name, call, extra);
        return route.sends === 'file'
          ? { name: 'a.txt', mime: 'text/plain', size: 2, content: Buffer.from('hi') }
          : {};
      },
    ]),
  );
}
