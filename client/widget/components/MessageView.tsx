import type { Message, Part } from '../../../shared/schema/message.ts';
import type { Chat } from '../chat.ts';
import { say } from '../connection/send.ts';
import { toSafeAddress } from '../safe-address.ts';
import { ChoicePart } from './ChoicePart.tsx';
import { FilePart } from './FilePart.tsx';
import { IconButton } from './IconButton.tsx';
import { Followable, LinkedText } from './LinkedText.tsx';
import { Note } from './Note.tsx';
import { RatingPart } from './RatingPart.tsx';

interface Props {
  readonly chat: Chat;
  readonly message: Message;
  /** The customer has said something since, or the conversation is over. */
  readonly answered: boolean;
  readonly thumbs: boolean;
}

/** One message: its words in a bubble, what can be pressed below it. */
export function MessageView({ chat, message, answered, thumbs }: Props) {
  const said = message.parts.map((part) => <SaidPart key={part.type} chat={chat} part={part} />);
  const isSaid = ({ type }: Part) => type !== 'choice' && type !== 'rating';
  return (
    <div class="message">
      {message.parts.some(isSaid) && <div class="bubble">{said}</div>}
      {message.parts.map((part) => {
        if (part.type === 'choice')
          return <ChoicePart key="choice" chat={chat} part={part} message={message} answered={answered} />;
        if (part.type === 'rating')
          return <RatingPart key="rating" chat={chat} part={part} message={message} answered={answered} />;
        return null;
      })}
      <Note chat={chat} message={message.id} />
      {thumbs && <Thumbs chat={chat} message={message.id} />}
    </div>
  );
}

function SaidPart({ chat, part }: { chat: Chat; part: Part }) {
  if (part.type === 'file') return <FilePart chat={chat} part={part} />;
  if ('text' in part) return <LinkedText text={part.text} />;
  if (!('url' in part)) return null;
  const address = toSafeAddress(part.url, chat.options.base);
  if (part.type === 'image') return <img class="picture" src={address} alt={part.alt} />;
  return (
    <p class="link">
      <Followable address={address} label={part.label} />
    </p>
  );
}

/** Whether an answer of the bot helped. */
function Thumbs({ chat: { connection, state, t }, message }: { chat: Chat; message: string }) {
  const given = state.given[message];
  return (
    <div class="thumbs">
      {(['up', 'down'] as const).map((value) => (
        <IconButton
          key={value}
          shape="up"
          flip={value === 'down'}
          label={t(value === 'up' ? 'good' : 'bad')}
          aria-pressed={given === value}
          disabled={!!given}
          onClick={() => say(connection, { feedback: { message, value } }, '')}
        />
      ))}
    </div>
  );
}
