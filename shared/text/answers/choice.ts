import { memoise } from '../../lib/memoise.ts';
import { normalise } from '../normalise.ts';
import { parseBoolean } from './boolean.ts';

export type ChoiceOption = { readonly id: string; readonly label: string };

const longestAnswer = 2_000;
/** More words than this beside a label, and the message is about something else. */
const mostOtherWords = 12;
/** More than the buttons of all bots of a server. */
const mostLabels = 20_000;
const numbered =
  /^(?:(?:option|number|nr|no|optie|nummer|keuze|opcja|numer|опция|номер|вариант) )?(\d{1,3})$/;

/**
 * The id of the option that a typed message means, or null: its label, a label that stands in the message
 * as whole words when there is only one such, its number in the list, or a yes or no in other words.
 */
export function parseChoice(text: string, options: readonly ChoiceOption[]): string | null {
  const excerpt = text.slice(0, longestAnswer);
  const normal = normalise(excerpt);
  const labels = options.map(({ label }) => toLabel(label));
  const place =
    findExact(excerpt, normal, labels) ??
    findContained(normal, labels) ??
    findNumbered(normal, labels) ??
    findYesNo(excerpt, labels);
  return place === null ? null : (options[place]?.id ?? null);
}

type Label = {
  readonly written: string;
  readonly normal: string;
  /** With a space before and after, to be found as whole words. */
  readonly padded: string;
  readonly words: number;
  readonly yesNo: boolean | null;
  readonly mayStandAmongWords: boolean;
};

/** What is looked at in a label. Labels come back with every message, so it is worked out once for each. */
const toLabel = memoise((label): Label => {
  const normal = normalise(label);
  return {
    written: label.trim(),
    normal,
    padded: ` ${normal} `,
    words: normal.split(' ').length,
    yesNo: parseBoolean(label),
    // Yes and no stand in many sentences that mean neither ('nie wiem').
    mayStandAmongWords:
      normal !== '' && (normal.includes(' ') || parseBoolean(normal) === null) && !/^\d{1,3}$/.test(normal),
  };
}, mostLabels);

function findExact(excerpt: string, normal: string, labels: readonly Label[]): number | null {
  const place = labels.findIndex((label) =>
    // A label of signs only, such as 👍, has nothing left once normalised.
    label.normal === '' ? label.written === excerpt.trim() : label.normal === normal,
  );
  return place === -1 ? null : place;
}

function findContained(normal: string, labels: readonly Label[]): number | null {
  const words = normal.split(' ').length;
  const text = ` ${normal} `;
  const contained = labels.filter(
    (label) =>
      label.mayStandAmongWords && words <= label.words + mostOtherWords && text.includes(label.padded),
  );
  const longest = contained.filter(
    ({ padded }) => !contained.some((other) => other.padded !== padded && other.padded.includes(padded)),
  );
  return toOnly(longest, labels);
}

function findNumbered(normal: string, labels: readonly Label[]): number | null {
  const number = Number(numbered.exec(normal)?.[1] ?? 0);
  return number >= 1 && number <= labels.length ? number - 1 : null;
}

function findYesNo(excerpt: string, labels: readonly Label[]): number | null {
  const answer = parseBoolean(excerpt);
  if (answer === null) return null;
  const fitting = labels.filter(({ yesNo }) => yesNo === answer);
  return toOnly(fitting, labels);
}

/** The place of the one that fits; where several do, the message means none for sure. */
function toOnly(fitting: readonly Label[], labels: readonly Label[]): number | null {
  const [only] = fitting;
  return only !== undefined && fitting.length === 1 ? labels.indexOf(only) : null;
}
