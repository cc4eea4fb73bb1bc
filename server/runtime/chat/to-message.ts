import type { Speaker } from '../../../shared/api/fields.ts';
import type { BotSettings } from '../../../shared/schema/bot-settings.ts';
import type { Message, Part } from '../../../shared/schema/message.ts';
import type { MessageRecord } from '../../store/records.ts';

/** A message as every reader gets it. Pictures of the bot file carry the address where they are served. */
export function toMessage(record: MessageRecord, bot: string): Message {
  const { id, number, at, from, parts } = record;
  return {
    id,
    number,
    at: new Date(at).toISOString(),
    from: { ...from, ...(from.avatar !== undefined && { avatar: toAssetAddress(from.avatar, bot) }) },
    parts: parts.map(
      (part): Part => (part.type === 'image' ? { ...part, url: toAssetAddress(part.url, bot) } : part),
    ),
  };
}

/** Where `asset:name` of a bot is served; any other address stays as it is. */
export function toAssetAddress(reference: string, bot: string): string {
  if (!reference.startsWith('asset:')) return reference;
  return `/api/chat/assets/${bot}/${encodeURIComponent(reference.slice('asset:'.length))}`;
}

/** How the bot is shown. */
export function toPersona({ persona, name }: BotSettings, bot: string): Speaker {
  return {
    name: persona.name ?? name,
    ...(persona.avatar !== undefined && { avatar: toAssetAddress(persona.avatar, bot) }),
  };
}
