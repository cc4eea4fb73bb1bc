import type { Option } from '../schema/message.ts';
import type { Value } from '../schema/value.ts';
import { parseChoice } from '../text/answers/choice.ts';
import { parseDate } from '../text/answers/date.ts';
import { parseEmail } from '../text/answers/email.ts';
import { parseName } from '../text/answers/name.ts';
import { parseNumber } from '../text/answers/number.ts';
import { parseOrderNumber } from '../text/answers/order-number.ts';
import { parsePhone } from '../text/answers/phone.ts';
import type { Input, View } from './kind.ts';

export const answerTypes = [
  'text',
  'name',
  'email',
  'order-number',
  'phone',
  'number',
  'date',
  'choice',
  'file',
] as const;
export type AnswerType = (typeof answerTypes)[number];

/** What an answer is read by: the question's type, its variable, and an order number's example. */
export interface Question {
  answer: AnswerType;
  variable: string;
  example?: string | undefined;
  /** The text was said before the question came, so digits alone are no phone number. */
  earlier?: boolean;
}

/** Any answer to a free type is a valid one. */
export function isFreeAnswer(answer: AnswerType): boolean {
  return answer === 'text' || answer === 'name';
}

/** Types that are recognised in what the customer said before the question came. */
export function isSaidEarlier(answer: AnswerType): boolean {
  return answer === 'email' || answer === 'phone' || answer === 'order-number';
}

type Parse = (text: string, question: Question, view: View) => Value | null;

const parsers: Record<Exclude<AnswerType, 'file'>, Parse> = {
  text: (text) => text.trim() || null,
  // Any answer to a free question is one, also a name of signs.
  name: (text) => parseName(text) ?? (text.trim() || null),
  email: (text) => parseEmail(text),
  'order-number': (text, { example }) => (example === undefined ? null : parseOrderNumber(text, example)),
  phone: (text, { earlier }, view) => parsePhone(text, { language: view.state.language, cautious: earlier }),
  number: (text, _question, view) => parseNumber(text, { language: view.state.language }),
  date: (text, _question, view) =>
    parseDate(text, { today: view.facts.local.date, language: view.state.language }),
  choice: (text, { variable }, view) => parseChoice(text, toAnswerOptions(variable, view)),
};

/** The valid answer in what the customer sent, wherever it stands in the sentence; null where there is none. */
export function parseAnswer(question: Question, input: Input, view: View): Value | null {
  const { answer } = question;
  if (input.kind === 'file')
    return answer === 'file' ? input.file : isFreeAnswer(answer) ? input.file.name : null;
  if (answer === 'file') return null;
  if (input.kind === 'choice') {
    if (isFreeAnswer(answer)) return input.label;
    return answer === 'choice'
      ? (toAnswerOptions(question.variable, view).find(({ id }) => id === input.option)?.id ?? null)
      : null;
  }
  return input.kind === 'text' ? parsers[answer](input.text, question, view) : null;
}

/** The options that the variable was declared with, as buttons; their ids are the values kept. */
export function toAnswerOptions(variable: string, view: View): Option[] {
  return (view.variable(variable)?.options ?? []).map((label) => ({ id: label, label }));
}
