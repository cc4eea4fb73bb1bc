import type { SendBody } from '../../../shared/api/chat.ts';
import { findSource, type Pressed, type SourcedMessage } from '../../../shared/interpreter/find-source.ts';
import type { MessageSource } from '../../../shared/schema/event.ts';
import type { Part } from '../../../shared/schema/message.ts';
import { type RatingScale, ratingRanges } from '../../../shared/text/rating-scale.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { MessageRecord } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import type { Happening } from '../happening.ts';

/** Buttons and ratings are looked for among so many of the newest messages; nearly all are among the last few. */
const lookedAt = [10, 200];

/** What a customer's call does; 422 when it answers a message that does not fit. */
export async function toHappening(store: Store, conversation: string, body: SendBody): Promise<Happening> {
  const from = { kind: 'customer' } as const;
  if (body.text !== undefined) {
    const { text } = body;
    return say([{ type: 'text', text }], { kind: 'text', text });
  }
  if (body.choice) {
    const { option, message } = body.choice;
    const { label, source } = await find(store, conversation, { option, message });
    return say([{ type: 'text', text: label }], { kind: 'choice', option, label, source });
  }
  if (body.rating) return rate(store, conversation, body.rating);
  if (body.feedback) return giveFeedback(store, conversation, body.feedback);
  const file = await store.files.read(conversation, body.file ?? '');
  if (!file) throw new HttpProblem(404, 'no-file-here');
  const { id, name, size } = file;
  return {
    said: { from, parts: [{ type: 'file', id, name, size }] },
    event: { type: 'message', content: { kind: 'file', file: { file: id, name, size } } },
  };

  function say(
    parts: Part[],
    content: Extract<Happening['event'], { type: 'message' }>['content'],
  ): Happening {
    return { said: { from, parts }, event: { type: 'message', content } };
  }
}

async function rate(
  store: Store,
  conversation: string,
  rating: NonNullable<SendBody['rating']>,
): Promise<Happening> {
  const { value, message, comment } = rating;
  const { source, scale } = await find(store, conversation, { rating: true, message });
  const range = scale && ratingRanges[scale];
  if (!range || value < range.min || value > range.max) throw new HttpProblem(422, 'message-not-fitting');
  const text =
    comment === undefined ? toRatingText(scale, value) : `${toRatingText(scale, value)} ${comment}`;
  return {
    said: { from: { kind: 'customer' }, parts: [{ type: 'text', text }] },
    event: {
      type: 'message',
      content: { kind: 'rating', value, source, ...(comment !== undefined && { comment }) },
    },
  };
}

async function giveFeedback(
  store: Store,
  conversation: string,
  feedback: NonNullable<SendBody['feedback']>,
): Promise<Happening> {
  const { message: id, value } = feedback;
  const message =
    id === undefined
      ? await findAmongNewest(store, conversation, (messages) => messages.findLast(isOfBot))
      : await store.conversations.findMessage(conversation, id);
  if (!message || !isOfBot(message)) throw new HttpProblem(422, 'message-not-fitting');
  // The same thumb again says nothing new.
  const event =
    message.feedback === value
      ? {}
      : { event: { type: 'feedback', value, source: toSource(message) } as const };
  return { feedback: { number: message.number, value }, ...event };
}

function isOfBot({ from }: MessageRecord): boolean {
  return from.kind === 'bot';
}

interface Found {
  source: MessageSource | null;
  label: string;
  scale: RatingScale | undefined;
}

async function find(store: Store, conversation: string, pressed: Pressed): Promise<Found> {
  const { message: id } = pressed;
  const named = id === undefined ? null : await store.conversations.findMessage(conversation, id);
  const found =
    id === undefined
      ? await findAmongNewest(store, conversation, (messages) => findIn(messages, pressed))
      : named && findIn([named], pressed);
  if (!found) throw new HttpProblem(422, 'message-not-fitting');
  return found;
}

function findIn(messages: readonly MessageRecord[], pressed: Pressed): Found | undefined {
  const sourced = messages.map(
    (message): SourcedMessage => ({ id: message.id, parts: message.parts, source: toSource(message) }),
  );
  const found = findSource(sourced, pressed);
  const rating = sourced
    .findLast(({ parts }) => parts.some(({ type }) => type === 'rating'))
    ?.parts.find((part) => part.type === 'rating');
  return found ? { ...found, scale: rating?.scale } : undefined;
}

/** `find` gets the newest messages, oldest first, and then more of them where it has found nothing. */
async function findAmongNewest<Result>(
  store: Store,
  conversation: string,
  find: (messages: readonly MessageRecord[]) => Result | undefined,
): Promise<Result | undefined> {
  for (const most of lookedAt) {
    const messages = await store.conversations.newestMessages(conversation, most);
    const found = find(messages);
    if (found !== undefined || messages.length < most) return found;
  }
  return undefined;
}

function toSource({ source, number }: MessageRecord): MessageSource | null {
  return source && { ...source, number };
}

/** A rating as the customer's own word in the transcript, the same in every language. */
export function toRatingText(scale: RatingScale, value: number): string {
  if (scale === 'stars') return '★'.repeat(value) + '☆'.repeat(Math.max(0, ratingRanges.stars.max - value));
  if (scale === 'thumbs') return value === 1 ? '👍' : '👎';
  if (scale === 'smileys') return ['😞', '🙁', '😐', '🙂', '😀'][value - 1] ?? String(value);
  return `${value}/${ratingRanges[scale].max}`;
}
