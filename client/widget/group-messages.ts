import type { Message } from '../../shared/schema/message.ts';

/** Messages of one speaker in a row, shown under one name. */
export interface Group {
  readonly first: Message;
  readonly messages: readonly Message[];
  /** True when it is the first of its day; then the day is shown above. */
  readonly startsDay: boolean;
}

const pause = 10 * 60_000;

/** Groups a transcript by speaker, breaking also at a new day and after ten quiet minutes. */
export function groupMessages(messages: readonly Message[]): Group[] {
  const groups: { first: Message; messages: Message[]; startsDay: boolean }[] = [];
  let last: Message | undefined;
  for (const message of messages) {
    const startsDay = !last || toDay(last) !== toDay(message);
    if (last && !startsDay && isContinued(last, message)) groups.at(-1)?.messages.push(message);
    else groups.push({ first: message, messages: [message], startsDay });
    last = message;
  }
  return groups;
}

function isContinued(a: Message, b: Message): boolean {
  const isSameSpeaker = a.from.kind === b.from.kind && a.from.name === b.from.name;
  return isSameSpeaker && Date.parse(b.at) - Date.parse(a.at) < pause;
}

function toDay(message: Message): string {
  return new Date(message.at).toDateString();
}
