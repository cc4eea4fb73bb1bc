import { firstTables } from './0001-first-tables.ts';
import { quickLooks } from './0002-quick-looks.ts';
import { contactVersions } from './0003-contact-versions.ts';
import { liveSettings } from './0004-live-settings.ts';
import { holds } from './0005-holds.ts';
import { messageKeys } from './0006-message-keys.ts';
import { conversationKeys } from './0007-conversation-keys.ts';
import type { StoreMigration } from './migration.ts';

/** Every migration, oldest first. */
export const storeMigrations: readonly StoreMigration[] = [
  firstTables,
  quickLooks,
  contactVersions,
  liveSettings,
  holds,
  messageKeys,
  conversationKeys,
];
