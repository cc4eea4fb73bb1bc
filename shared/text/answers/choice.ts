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
  return (
    findExact(excerpt, normal, options) ??
    findContained(normal, options) ??
    findNumbered(normal, options) ??
    findYesNo(excerpt, options)
  );
}

/** What is looked at in a label. Labels come back with every message, so it is worked out once for each. */
const toLabel = memoise((label: string) => {
  const normal = normalise(label);
  const yesNo = parseBoolean(label);
  return {
    normal,
    yesNo,
    words: normal.split(' ').length,
    // Yes and no stand in many sentences that mean neither ('nie wiem').
    mayStandAmongWords:
      normal !== '' && (normal.includes(' ') || parseBoolean(normal) === null) && !/^\d{1,3}$/.test(normal),
  };
}, mostLabels);

function findExact(excerpt: string, normal: string, options: readonly ChoiceOption[]): string | null {
  const exact = options.find(({ label }) => {
    const labelNormal = toLabel(label).normal;
    // A label of signs only, such as 👍, has nothing left once normalised.
    return labelNormal === '' ? label.trim() === excerpt.trim() : labelNormal === normal;
  });
  return exact?.id ?? null;
}

function findContained(normal: string, options: readonly ChoiceOption[]): string | null {
  const words = normal.split(' ').length;
  const text = ` ${normal} `;
  const contained = options
    .map(({ id, label }) => ({ id, label: toLabel(label) }))
    .filter(
      ({ label }) =>
        label.mayStandAmongWords &&
        words <= label.words + mostOtherWords &&
        text.includes(` ${label.normal} `),
    );
  const longest = contained.filter(
    ({ label: { normal } }) =>
      !contained.some(
        ({ label: other }) => other.normal !== normal && ` ${other.normal} `.includes(` ${normal} `),
      ),
  );
  return longest.length === 1 ? (longest[0]?.id ?? null) : null;
}

function findNumbered(normal: string, options: readonly ChoiceOption[]): string | null {
  const position = Number(numbered.exec(normal)?.[1] ?? 0);
  return options[position - 1]?.id ?? null;
}

function findYesNo(excerpt: string, options: readonly ChoiceOption[]): string | null {
  const answer = parseBoolean(excerpt);
  if (answer === null) return null;
  const fitting = options.filter(({ label }) => toLabel(label).yesNo === answer);
  return fitting.length === 1 ? (fitting[0]?.id ?? null) : null;
}
