import type { Reading } from '../schema/reading.ts';
import { normalise } from '../text/normalise.ts';
import { exactScore, findContained, findExact } from './literal-index.ts';
import { meansSame } from './means-same.ts';
import type { Model, ModelTrigger, Strictness } from './model.ts';
import { asksForPerson } from './person/asks-for-person.ts';
import { toPhraseIndex } from './phrase-index.ts';
import { scoreTriggers } from './score-triggers.ts';
import { setAside } from './set-aside.ts';

export type ReadOptions = {
  /** The customer's last messages to the bot, newest last; only the last two are looked at. */
  readonly earlier: readonly string[];
  /** The language of the conversation first; the model's languages when left out. */
  readonly languages?: readonly string[] | undefined;
};

type Scored = { readonly trigger: ModelTrigger; readonly score: number };

/** The score by meaning from which on a message counts as meant, and how near two make it too close to call. */
const limits: Readonly<Record<Strictness, { readonly threshold: number; readonly margin: number }>> = {
  careful: { threshold: 0.66, margin: 0.08 },
  balanced: { threshold: 0.55, margin: 0.06 },
  bold: { threshold: 0.45, margin: 0.04 },
};
/** The more phrases, the nearer the nearest one of any message: the threshold rises by this for each ten times. */
const riseByTen = 0.04;
const fewPhrases = 100;
/** Meaning alone never outranks a phrase that is contained literally. */
const highestByMeaning = 0.94;
const mostCandidates = 5;
const messagesCompared = 2;
const longestMessage = 2_000;

/**
 * What a message means to a release: the text-requests it may mean, best first, whether it asks for a person,
 * gives negative feedback or repeats an earlier message, and the values in it. Looks at 2,000 characters.
 */
export function readMessage(model: Model, text: string, options: ReadOptions): Reading {
  const message = text.slice(0, longestMessage);
  const { entities, rest } = setAside(message, options.languages?.[0] ?? model.languages[0]);
  const whole = normalise(message);
  const scored = scoreAll(model, whole, rest === message ? whole : normalise(rest));
  const person = findPerson(model, message, scored);
  const candidates = toCandidates(scored, person);
  return {
    candidates: candidates.map(({ trigger: { flow, node }, score }) => ({ flow, node, score })),
    close: person === undefined && isClose(candidates, limits[model.strictness].margin),
    feedback: scored
      .filter(({ trigger }) => trigger.kind === 'negative-feedback')
      .map(({ trigger: { flow, node } }) => ({ flow, node })),
    person: person === undefined ? null : { flow: person.flow, node: person.node },
    repeats: options.earlier.slice(-messagesCompared).some((earlier) => meansSame(message, earlier)),
    entities,
  };
}

/** All triggers that the message means, above the threshold, best first; exact ones leave no others. */
function scoreAll(model: Model, whole: string, rest: string): Scored[] {
  const exact = new Set([...findExact(model, whole), ...findExactByMeaning(model, rest)]);
  const scores = new Map([...exact].map((place) => [place, exactScore]));
  for (const [place, score] of findContained(model, whole)) raise(scores, place, score);
  if (rest !== '') {
    const index = toPhraseIndex(model);
    const threshold = toThreshold(model, index.phrases.length);
    for (const [place, score] of scoreTriggers(index, rest)) {
      if (score >= threshold) raise(scores, place, Math.min(score, highestByMeaning));
    }
  }
  return [...scores]
    .flatMap(([place, score]) => {
      const trigger = model.triggers[place];
      return trigger === undefined ? [] : [{ trigger, score: Math.round(score * 1000) / 1000, place }];
    })
    .sort((a, b) => b.score - a.score || a.place - b.place);
}

function toThreshold(model: Model, phrases: number): number {
  const rise = riseByTen * Math.log10(Math.max(1, phrases / fewPhrases));
  return limits[model.strictness].threshold + rise;
}

/** With its values set aside a message may be a phrase by meaning to the letter; others want it whole. */
function findExactByMeaning(model: Model, rest: string): number[] {
  return findExact(model, rest).filter((place) => model.triggers[place]?.match === 'meaning');
}

function raise(scores: Map<number, number>, place: number, score: number): void {
  scores.set(place, Math.max(score, scores.get(place) ?? 0));
}

/** The first trigger that includes `person`, when the message asks for one in its phrases or the built-in ones. */
function findPerson(model: Model, message: string, scored: readonly Scored[]): ModelTrigger | undefined {
  const triggers = model.triggers.filter(({ include }) => include.includes('person'));
  if (triggers.length === 0) return undefined;
  const meant = scored.find(({ trigger, score }) => score === exactScore && triggers.includes(trigger));
  return meant?.trigger ?? (asksForPerson(message) ? triggers[0] : undefined);
}

function toCandidates(scored: readonly Scored[], person: ModelTrigger | undefined): Scored[] {
  const requests = scored.filter(({ trigger }) => trigger.kind === 'text-request' && trigger !== person);
  const best =
    requests[0]?.score === exactScore ? requests.filter(({ score }) => score === exactScore) : requests;
  const all = person === undefined ? best : [{ trigger: person, score: exactScore }, ...best];
  return all.slice(0, mostCandidates);
}

function isClose(candidates: readonly Scored[], margin: number): boolean {
  const [first, second] = candidates;
  if (first === undefined || second === undefined) return false;
  if (first.score === exactScore && second.score < exactScore) return false;
  return first.score - second.score < margin;
}
