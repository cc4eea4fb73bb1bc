import type { Message, Part } from '../../../shared/schema/message.ts';
import type { Chat } from '../chat.ts';
import { say } from '../connection/send.ts';

interface Props {
  readonly chat: Chat;
  readonly part: Part & { type: 'choice' };
  readonly message: Message;
  /** The customer has said something since. */
  readonly answered: boolean;
}

/** Buttons to answer with. Suggestions are sent as the customer's own words and go once something was said. */
export function ChoicePart({ chat, part, message, answered }: Props) {
  if (answered && part.suggestions) return null;
  const choose = (option: string, label: string) =>
    say(
      chat.connection,
      part.suggestions ? { text: label } : { choice: { option, message: message.id } },
      label,
    );
  return (
    <div class={answered ? 'options old' : 'options'}>
      {part.options.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          class="option"
          disabled={answered && chat.state.handler !== 'bot'}
          onClick={() => choose(id, label)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
