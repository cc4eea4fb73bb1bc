import type { Message, Part } from '../../../shared/schema/message.ts';
import { ratingRanges } from '../../../shared/text/rating-scale.ts';
import type { Chat } from '../chat.ts';
import { say } from '../connection/send.ts';
import { Icon } from './Icon.tsx';

interface Props {
  readonly chat: Chat;
  readonly part: Part & { type: 'rating' };
  readonly message: Message;
  readonly answered: boolean;
}

/** A scale to rate on; one press answers. The words at its ends say which way it goes. */
export function RatingPart({ chat, part: { scale }, message, answered }: Props) {
  const { connection, state, t } = chat;
  const { min, max } = ratingRanges[scale];
  const given = state.given[message.id];
  const isThumbs = scale === 'thumbs';
  const isNumbers = scale === 'nps' || scale === 'effort';
  const toButton = (_: unknown, at: number) => {
    const value = isThumbs ? max - at : min + at;
    const label = isThumbs ? t(value > 0 ? 'good' : 'bad') : t('value', { value, highest: max });
    const isFilled = value === given || (scale === 'stars' && value < Number(given));
    return (
      <button
        type="button"
        aria-label={label}
        aria-pressed={value === given}
        class={isFilled ? 'filled' : ''}
        disabled={answered}
        onClick={() => say(connection, { rating: { value, message: message.id } }, label)}
      >
        {isNumbers ? value : <Icon {...toDrawing(scale, value)} />}
      </button>
    );
  };
  return (
    <div class={`rating ${scale}`}>
      {Array.from({ length: max - min + 1 }, toButton)}
      {isNumbers && (
        <p class="ends">
          <span>{t(`lowest-${scale}`)}</span>
          <span>{t(`highest-${scale}`)}</span>
        </p>
      )}
    </div>
  );
}

function toDrawing(scale: string, value: number) {
  if (scale === 'smileys') return { face: value };
  return scale === 'stars' ? { shape: 'star' as const } : { shape: 'up' as const, flip: !value };
}
