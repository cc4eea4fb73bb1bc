import type { Entity } from '../schema/reading.ts';
import { findFullDate } from '../text/answers/date.ts';
import { findEmails } from '../text/answers/email.ts';
import { toExcerpt } from '../text/answers/excerpt.ts';
import { findNumbers } from '../text/answers/number.ts';
import { findPhones } from '../text/answers/phone.ts';

type Place = { readonly entity: Entity; readonly index: number };

const mostEntities = 20;
/** Two figures of a year are taken to mean 1971 to 2070, since no clock is at hand. */
const middleOfYears = '2050-01-01';
/** A few letters before figures, as in `ab 123456`. */
const spacedCode = /(?<![\p{L}\p{N}])\p{L}{1,3} \d{4,12}(?![\p{L}\p{N}])/gu;
/** An address of a page, or a run with at least three digits in it, such as an order number. */
const link = /\bhttps?:\/\/\S{1,500}|\bwww\.\S{1,500}/giu;
const code = /(?<![\p{L}\p{N}])(?=[\p{L}-]{0,12}\d[\p{L}\d./_-]{2,40})[\p{L}\d][\p{L}\d./_-]{2,60}/gu;

/**
 * Takes the values out of a message, so that what it means is judged by its words: e-mail addresses, phone
 * numbers, dates in figures, numbers, codes and links. `rest` has a space in the place of each; a number of
 * one or two figures stays in it.
 */
export function setAside(
  text: string,
  language?: string,
): { readonly entities: Entity[]; readonly rest: string } {
  const excerpt = toExcerpt(text);
  if (!/[\d@]|www\.|:\/\//.test(excerpt)) return { entities: [], rest: excerpt };
  let rest = excerpt;
  const places: Place[] = [];
  const take = (place: Place) => {
    places.push(place);
    rest = blank(rest, place.index, place.entity.text.length);
  };
  for (const { value, text: written, index } of findEmails(rest)) {
    take({ entity: { type: 'email', value, text: written }, index });
  }
  const date = findFullDate(rest, { today: middleOfYears, language });
  if (date?.value) take({ entity: { type: 'date', value: date.value, text: date.text }, index: date.index });
  for (const { value, text: written, index } of findPhones(rest, { language, cautious: true })) {
    take({ entity: { type: 'phone', value, text: written }, index });
  }
  for (const { value, text: written, index } of findNumbers(rest, { language })) {
    places.push({ entity: { type: 'number', value, text: written }, index });
  }
  const entities = places.sort((a, b) => a.index - b.index).map(({ entity }) => entity);
  return {
    entities: entities.slice(0, mostEntities),
    rest: withoutCodes(rest),
  };
}

function withoutCodes(text: string): string {
  return text.replace(link, ' ').replace(spacedCode, ' ').replace(code, toWordsOnly);
}

/** What is written together with a number but has less than three figures is a word (`b2b`, `3d`). */
function toWordsOnly(run: string): string {
  return (run.match(/\d/g)?.length ?? 0) >= 3 ? ' ' : run;
}

function blank(text: string, index: number, length: number): string {
  return `${text.slice(0, index)}${' '.repeat(length)}${text.slice(index + length)}`;
}
