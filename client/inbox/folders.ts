import {
  Bot,
  CircleCheck,
  Flag,
  Hourglass,
  Layers,
  type LucideIcon,
  Mail,
  MessagesSquare,
  ShieldAlert,
  UserCheck,
} from 'lucide-react';
import { type FolderFilter, folderFilterSchema } from '../../shared/api/inbox-conversation.ts';

/** The folders as an agent works through them: who waits comes first. */
export const folders: readonly { name: FolderFilter; icon: LucideIcon }[] = [
  { name: 'waiting', icon: Hourglass },
  { name: 'mine', icon: UserCheck },
  { name: 'live', icon: MessagesSquare },
  { name: 'bot', icon: Bot },
  { name: 'follow-up', icon: Flag },
  { name: 'done', icon: CircleCheck },
  { name: 'spam', icon: ShieldAlert },
  { name: 'unread', icon: Mail },
  { name: 'all', icon: Layers },
];

/** The folder an address names, else the one an agent begins with. */
export function parseFolder(name: string | null): FolderFilter {
  const read = folderFilterSchema.safeParse(name);
  return read.success ? read.data : 'waiting';
}
