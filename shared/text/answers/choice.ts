import { normalise } from '../normalise.ts';
import { parseBoolean } from './boolean.ts';

export type ChoiceOption = { readonly id: string; readonly label: string };

const longestAnswer = 2_000;
/** More words than this beside a label, and the message is about something else. */
const mostOtherWords = 12;
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

function findExact(excerpt: string, normal: string, options: readonly ChoiceOption[]): string | null {
  const exact = options.filter(({ label }) => {
    const labelNormal = normalise(label);
    // A label of signs only, such as 👍, has nothing left once normalised.
    return labelNormal === '' ? label.trim() === excerpt.trim() : labelNormal === normal;
  });
  return exact[0]?.id ?? null;
}

function findContained(normal: string, options: readonly ChoiceOption[]): string | null {
  const words = normal.split(' ').length;
  const contained = options
    .map(({ id, label }) => ({ id, label: normalise(label) }))
    .filter(
      ({ label }) =>
        label !== '' &&
        // Yes and no stand in many sentences that mean neither ('nie wiem').
        (label.includes(' ') || parseBoolean(label) === null) &&
        !/^\d{1,3}$/.test(label) &&
        words <= label.split(' ').length + mostOtherWords &&
        ` ${normal} `.includes(` ${label} `),
    );
  const longest = contained.filter(
    ({ label }) =>
      !contained.some((other) => other.label !== label && ` ${other.label} `.includes(` ${label} `)),
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
  const fitting = options.filter(({ label }) => parseBoolean(label) === answer);
  return fitting.length === 1 ? (fitting[0]?.id ?? null) : null;
}
