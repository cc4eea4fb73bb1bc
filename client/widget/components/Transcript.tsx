import type { Message } from '../../../shared/schema/message.ts';
import type { Chat } from '../chat.ts';
import { formatDay, formatTime } from '../format.ts';
import { groupMessages } from '../group-messages.ts';
import { Avatar } from './Avatar.tsx';
import { MessageView } from './MessageView.tsx';

interface Props {
  readonly chat: Chat;
  readonly messages: readonly Message[];
  /** Nothing in it can be answered any more. */
  readonly over: boolean;
}

/** Messages under their speakers' names. */
export function Transcript({ chat, messages, over }: Props) {
  const { state, language } = chat;
  const own = messages.filter(({ from }) => from.kind === 'customer');
  const answeredUpTo = over ? Number.POSITIVE_INFINITY : (own.at(-1)?.number ?? 0);
  const rateable = over || !own[0] || state.handler !== 'bot' ? undefined : findRateable(messages);
  return (
    <>
      {groupMessages(messages).map(({ first, messages, startsDay }) => (
        <>
          {startsDay && (
            <p class="day" key={first.at}>
              {formatDay(first.at, language)}
            </p>
          )}
          <section class={`group ${first.from.kind}`} key={first.id}>
            <Speaker chat={chat} message={first} />
            {messages.map((message) => (
              <MessageView
                key={message.id}
                chat={chat}
                message={message}
                answered={message.number <= answeredUpTo}
                thumbs={message === rateable || (!over && typeof state.given[message.id] === 'string')}
              />
            ))}
          </section>
        </>
      ))}
    </>
  );
}

function Speaker({ chat, message: { from, at } }: { chat: Chat; message: Message }) {
  const { t, options, language } = chat;
  if (from.kind === 'system') return null;
  const isOwn = from.kind === 'customer';
  return (
    <p class="speaker">
      {!isOwn && <Avatar from={from} base={options.base} />}
      <b>{isOwn ? t('you') : from.name || t(from.kind === 'agent' ? 'person' : 'bot')}</b>
      <time datetime={at}>{formatTime(at, language)}</time>
    </p>
  );
}

/** The newest answer of the bot, if it is one: words, not a question. */
function findRateable(messages: readonly Message[]): Message | undefined {
  const last = messages.at(-1);
  const asks = last?.parts.some(
    (part) => part.type === 'rating' || (part.type === 'choice' && !part.suggestions),
  );
  return last?.from.kind === 'bot' && !asks ? last : undefined;
}
