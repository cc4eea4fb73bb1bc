import { type PhraseIndex, type WeightedText, weighText } from './phrase-index.ts';

/** How much of what is missing to a full match the same order of words makes up for. */
const pairBonus = 0.25;
/** How much of it the trigger's next best phrases make up for. */
const voteBonus = 0.3;
const voters = 3;
/** How much of it the message's words make up for when the trigger knows them, be it from several phrases. */
const coverBonus = 0.45;
/** Texts without a word of meaning ('how are you') must be nearly the same to mean the same. */
const withoutContent = 0.8;
const leastShared = 0.5;
/** A phrase below this can make no difference. */
const faint = 0.2;

/**
 * How near a normalised message is to each trigger by meaning, from 0 to 1: the soft cosine of the weighted
 * words, in which a word pairs with the most similar one of the phrase. What shares no word of meaning with a
 * trigger is not listed.
 */
export function scoreTriggers(index: PhraseIndex, normal: string): Map<number, number> {
  const message = weighText(index, normal);
  const scores = scorePhrases(index, message);
  const ofTrigger = new Map<number, number[]>();
  for (const [place, score] of scores) {
    const trigger = index.phrases[place]?.trigger ?? 0;
    const known = ofTrigger.get(trigger);
    if (known === undefined) ofTrigger.set(trigger, [score]);
    else known.push(score);
  }
  const covers = computeCovers(index, message);
  return new Map(
    [...ofTrigger].map(([trigger, all]) => {
      const vote = toVote(all);
      const cover = covers[trigger] ?? 0;
      return [trigger, vote + (1 - vote) * coverBonus * cover * cover];
    }),
  );
}

/** The share of the message's weight of meaning that each trigger's phrases know, taken together. */
function computeCovers(index: PhraseIndex, message: WeightedText): Float64Array {
  const known = new Float64Array(index.triggerCount);
  const lastWord = new Int32Array(index.triggerCount).fill(-1);
  let total = 0;
  for (const [place, { weight, content, similar }] of message.words.entries()) {
    if (!content) continue;
    total += weight;
    for (const { word, similarity } of similar) {
      for (const trigger of index.triggersOfWord[word] ?? []) {
        if (lastWord[trigger] === place) continue;
        lastWord[trigger] = place;
        known[trigger] = (known[trigger] ?? 0) + weight * similarity;
      }
    }
  }
  return total === 0 ? known : known.map((weight) => weight / total);
}

function scorePhrases(index: PhraseIndex, message: WeightedText): Map<number, number> {
  const sums = new Float64Array(index.phrases.length);
  const shared = new Float64Array(index.phrases.length);
  const lastWord = new Int32Array(index.phrases.length).fill(-1);
  const touched: number[] = [];
  for (const [place, { weight, content, similar }] of message.words.entries()) {
    for (const { word, similarity } of similar) {
      const gain = weight * (index.weights[word] ?? 0) * similarity;
      const share = content && index.isContent[word] === 1 ? similarity : 0;
      for (const phrase of index.phrasesOfWord[word] ?? []) {
        // Similar words come best first, so a phrase counts only its best for this word of the message.
        if (lastWord[phrase] === place) continue;
        if (lastWord[phrase] === -1) touched.push(phrase);
        lastWord[phrase] = place;
        sums[phrase] = (sums[phrase] ?? 0) + gain;
        shared[phrase] = (shared[phrase] ?? 0) + share;
      }
    }
  }
  const pairs = countPairs(index, message);
  const scores = new Map<number, number>();
  for (const place of touched) {
    const phrase = index.phrases[place];
    if (phrase === undefined) continue;
    const cosine = Math.min(1, (sums[place] ?? 0) / (message.length * phrase.length));
    if (cosine < faint) continue;
    const isEmpty = message.content === 0 && phrase.content === 0;
    if (isEmpty ? cosine < withoutContent : (shared[place] ?? 0) < leastShared) continue;
    const order = (pairs.get(place) ?? 0) / Math.sqrt(Math.max(1, message.pairs.length * phrase.pairCount));
    scores.set(place, cosine + (1 - cosine) * pairBonus * order);
  }
  return scores;
}

function countPairs(index: PhraseIndex, message: WeightedText): Map<number, number> {
  const counts = new Map<number, number>();
  for (const pair of message.pairs) {
    for (const place of index.phrasesOfPair.get(pair) ?? []) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}

/** The best phrase decides; the next two tell apart triggers whose best are alike. */
function toVote(scores: number[]): number {
  const [best = 0, ...next] = scores.sort((a, b) => b - a).slice(0, voters);
  const mean = next.reduce((sum, score) => sum + score, 0) / (voters - 1);
  return best + (1 - best) * voteBonus * mean;
}
