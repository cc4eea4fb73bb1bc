import { normalise } from '../normalise.ts';

const yes = `yes|y|yeah|yep|yup|yess|sure|ok|okay|okey|of course|certainly|absolutely|definitely|correct|right|
that is right|thats right|true|agreed|i agree|i accept|accept|yes i do|i do|do it|go ahead|lets do it|sounds good|fine|
ja|jawel|jazeker|jep|zeker|zeker weten|prima|goed|is goed|dat is goed|akkoord|klopt|dat klopt|natuurlijk|uiteraard|
doe maar|ga je gang|waar|tak|no tak|oczywiscie|jasne|pewnie|zgoda|zgadzam sie|potwierdzam|dobrze|w porzadku|poprosze|
prosze bardzo|zgadza sie|prawda|да|дa|даа|разбира се|добре|океи|ок|съгласен|съгласна|съгласен съм|съгласна съм|вярно|
точно|точно така|потвърждавам|може|става|искам`;

const no = `no|n|nope|nah|no way|not really|not now|never|incorrect|wrong|false|that is wrong|i disagree|no i dont|
i dont|dont|do not|no need|id rather not|rather not|decline|nee|neen|nee hoor|niet|liever niet|nu niet|niet nodig|
hoeft niet|dat hoeft niet|klopt niet|dat klopt niet|onjuist|nooit|nie|nie nie|nie teraz|nie trzeba|raczej nie|
nie zgadzam sie|nie chce|nieprawda|nigdy|не|нее|неа|не сега|не искам|не е нужно|няма нужда|не съм съгласен|
не съм съгласна|невярно|грешно|никога|по добре не`;

const polite = `please|thanks|thank you|thank you very much|many thanks|sir|graag|alsjeblieft|alstublieft|aub|svp|dank je|
dank je wel|dankjewel|dank u|dank u wel|bedankt|hoor|prosze|dzieki|dziekuje|dziekuje bardzo|моля|моля ви|благодаря|
благодаря ви|мерси`;

const yesWords = toSet(yes);
const noWords = toSet(no);
const politeWords = [...toSet(polite)].sort((a, b) => b.length - a.length);
const knownWords = new Set([...yesWords, ...noWords, ...politeWords].flatMap((phrase) => phrase.split(' ')));
const longestAnswer = 200;

/**
 * Yes or no, in English, Dutch, Polish or Bulgarian. The message must be the answer and nothing else but
 * courtesy, or begin with it and a comma or full stop (`Yes, connect me`); anything else is null.
 */
export function parseBoolean(text: string): boolean | null {
  const start = text.slice(0, longestAnswer);
  const whole = text.length > longestAnswer ? null : toAnswer(start);
  if (whole !== null) return whole;
  const clause = /^[^,.;!?\n]{1,40}[,.;!?\n]/.exec(start.trimStart());
  return clause === null ? null : toAnswer(clause[0]);
}

function toAnswer(text: string): boolean | null {
  const normal = normalise(text);
  // One word of another matter settles it, which spares most messages the search for courtesies.
  if (!normal.split(' ').every((word) => knownWords.has(word))) return null;
  const answer = withoutCourtesy(normal) || normal;
  if (yesWords.has(answer)) return true;
  return noWords.has(answer) ? false : null;
}

function withoutCourtesy(normal: string): string {
  let answer = ` ${normal} `;
  for (const word of politeWords) answer = answer.replace(` ${word} `, ' ');
  return answer.trim();
}

function toSet(list: string): Set<string> {
  return new Set(list.split('|').map((phrase) => normalise(phrase)));
}
