import { isDeepStrictEqual } from 'node:util';
import { type BotFile, botFileSchema } from '../../../shared/kinds/document.ts';

/**
 * Whether publishing this draft would change anything for customers. Live settings apply without
 * publishing, so they are not compared. A draft that cannot be published yet is ahead.
 */
export function isDraftAhead(draft: unknown, release: BotFile): boolean {
  // The draft may lack fields that have defaults; reading both alike fills them in.
  const read = botFileSchema.safeParse(draft);
  const published = botFileSchema.safeParse(release);
  if (!read.success || !published.success) return true;
  return !isDeepStrictEqual(toPublished(read.data), toPublished(published.data));
}

function toPublished({ bot, flows }: BotFile): unknown {
  const { languages, understanding, variables } = bot;
  return { languages, understanding, variables, flows };
}
