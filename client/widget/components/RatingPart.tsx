import { Component } from 'preact';
import type { Message, Part } from '../../../shared/schema/message.ts';
import { ratingRanges } from '../../../shared/schema/rating-scale.ts';
import type { Chat } from '../chat.ts';
import { say } from '../connection/send.ts';
import { Icon } from './Icon.tsx';

interface Props {
  readonly chat: Chat;
  readonly part: Part & { type: 'rating' };
  readonly message: Message;
  readonly answered: boolean;
}

const smileys = ['😞', '🙁', '😐', '🙂', '😄'];

/** A scale to rate on; one press answers. The words at its ends say which way it goes. */
export class RatingPart extends Component<Props, { chosen?: number }> {
  override render({ chat, part: { scale }, message, answered }: Props) {
    const { t } = chat;
    const { chosen } = this.state;
    const { min, max } = ratingRanges[scale];
    const isThumbs = scale === 'thumbs';
    const isNumbers = scale === 'nps' || scale === 'effort';
    const toLabel = (value: number) =>
      isThumbs ? t(value > 0 ? 'good' : 'bad') : t('value', { value, highest: max });
    const rate = (value: number) => {
      this.setState({ chosen: value });
      say(chat.connection, { rating: { value, message: message.id } }, toLabel(value));
    };
    const isFilled = (value: number) =>
      chosen !== undefined && (scale === 'stars' ? value <= chosen : value === chosen);
    return (
      <div class={`rating ${scale}`}>
        {Array.from({ length: max - min + 1 }, (_, at) => (isThumbs ? max - at : min + at)).map((value) => (
          <button
            type="button"
            key={value}
            aria-label={toLabel(value)}
            aria-pressed={value === chosen}
            class={isFilled(value) ? 'filled' : ''}
            disabled={answered}
            onClick={() => rate(value)}
          >
            {scale === 'stars' && <Icon shape="star" />}
            {isThumbs && <Icon shape="up" flip={!value} />}
            {scale === 'smileys' && smileys[value - 1]}
            {isNumbers && value}
          </button>
        ))}
        {isNumbers && (
          <p class="ends">
            <span>{t(`lowest-${scale}`)}</span>
            <span>{t(`highest-${scale}`)}</span>
          </p>
        )}
      </div>
    );
  }
}
