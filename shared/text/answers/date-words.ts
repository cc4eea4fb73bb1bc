import { normalise } from '../normalise.ts';

/** Normalised words for the twelve months, January first, in English, Dutch, Polish and Bulgarian. */
const monthWords: readonly string[] = [
  'january jan januari styczen stycznia styczniu януари яну ян',
  'february feb februari febr luty lutego lutym февруари фев',
  'march mar maart mrt marzec marca marcu март мар',
  'april apr kwiecien kwietnia kwietniu април апр',
  'may mei maj maja maju май мая',
  'june jun juni czerwiec czerwca czerwcu юни юн',
  'july jul juli lipiec lipca lipcu юли юл',
  'august aug augustus sierpien sierpnia sierpniu август авг',
  'september sep sept wrzesien wrzesnia wrzesniu септември септ сеп',
  'october oct oktober okt pazdziernik pazdziernika pazdzierniku октомври окт',
  'november nov listopad listopada listopadzie ноември ное ноем',
  'december dec grudzien grudnia grudniu декември дек',
];

/** The seven days, Monday first. Only whole names: their short forms are words of their own (`ma`, `so`). */
const weekdayWords: readonly string[] = [
  'monday maandag poniedzialek poniedzialku понеделник',
  'tuesday dinsdag wtorek wtorku вторник',
  'wednesday woensdag sroda srode srody сряда',
  'thursday donderdag czwartek czwartku четвъртък',
  'friday vrijdag piatek piatku петък',
  'saturday zaterdag sobota sobote soboty събота',
  'sunday zondag niedziela niedziele niedzieli неделя',
];

/** Days from today; of two that overlap the longer stands first. */
export const relativeDays: readonly (readonly [string, number])[] = toPhrases([
  ['the day before yesterday|day before yesterday|eergisteren|przedwczoraj|онзи ден|завчера', -2],
  ['the day after tomorrow|day after tomorrow|overmorgen|pojutrze|вдругиден', 2],
  ['yesterday|gisteren|wczoraj|вчера', -1],
  ['tomorrow|tommorow|tomorow|morgen|jutro|утре', 1],
  ['today|vandaag|dzis|dzisiaj|dzisiejszy|днес', 0],
]);

/** Before a weekday, the one that has been. */
export const previousWords = new Set(
  words(
    'last past previous vorige afgelopen verleden zeszly zeszla zeszlym ostatni ostatnia ubiegly миналия миналата миналата',
  ),
);

export const months = toNumbers(monthWords);
export const weekdayNumbers = toNumbers(weekdayWords);

/** Days in a unit of 'in 3 days' and '2 weeks ago'. */
export const unitDays = new Map<string, number>([
  ...words('day days dag dagen dzien dni ден дни дена').map((word) => [word, 1] as const),
  ...words('week weeks weken tydzien tygodnie tygodni седмица седмици').map((word) => [word, 7] as const),
]);
/** Before the number: from today on; in Bulgarian also back. */
export const leadingWords = new Map<string, 1 | -1>([
  ...words('in within over za след').map((word) => [word, 1] as const),
  ...words('преди').map((word) => [word, -1] as const),
]);
export const agoWords = new Set(words('ago geleden temu'));

function words(list: string): string[] {
  return list.split(' ').map((word) => normalise(word));
}

/** Word to number from 1. */
function toNumbers(rows: readonly string[]): Map<string, number> {
  return new Map(rows.flatMap((row, index) => words(row).map((word) => [word, index + 1] as const)));
}

function toPhrases(rows: readonly (readonly [string, number])[]): (readonly [string, number])[] {
  return rows.flatMap(([list, days]) => list.split('|').map((phrase) => [normalise(phrase), days] as const));
}
