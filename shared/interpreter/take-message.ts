import { findNode } from '../graph/compile.ts';
import type { Input } from '../kinds/kind.ts';
import type { MessageEvent } from '../schema/event.ts';
import type { Open, Signal } from '../schema/state.ts';
import type { RuleName } from '../schema/trace.ts';
import { reopenQuestion, toInput } from './buttons.ts';
import { askWhichMeant, takeClarified } from './clarify.ts';
import { refuse, toRefusal } from './refuse.ts';
import { begin, beginOrReopen, interrupt, keepAnswer, receive } from './run.ts';
import { takeLent } from './take-lent.ts';
import type { Taken } from './taken.ts';
import {
  findFeedback,
  findTrigger,
  findUnknown,
  findUnknownOfFlow,
  mayInterrupt,
  toMatches,
} from './triggers.ts';
import { hasSaid, record, sayStock, settle, type Turn, toRef } from './turn.ts';
import { toView } from './view.ts';

interface Rule {
  name: RuleName;
  take: (taken: Taken) => boolean;
}

/** The flow format's 'How a message is taken': first that fits. A rule that returns true has taken it. */
const rules: readonly Rule[] = [
  { name: 'request-for-person', take: requestForPerson },
  { name: 'clarified', take: takeClarified },
  { name: 'valid-answer', take: validAnswer },
  { name: 'interruption', take: interruption },
  { name: 'free-answer', take: freeAnswer },
  { name: 'invalid-answer', take: invalidAnswer },
  { name: 'negative-feedback', take: negativeFeedback },
  { name: 'text-request', take: textRequest },
  { name: 'miss', take: miss },
];

/** Takes a customer's message with the handler `bot`. */
export function takeMessage(turn: Turn, event: MessageEvent): void {
  const input = toInput(turn, event.content);
  const words = toWords(input);
  const typed = event.content.kind === 'text';
  const { state } = turn;
  const taken: Taken = { turn, input, words, typed, signals: [], answeredBefore: state.answeredBy };
  turn.reading = input.kind === 'text' ? event.reading : null;
  turn.entered = 0;
  state.words = words;
  state.answeredBy = null;
  if (state.lent) takeLent(taken);
  else {
    const fitting = rules.find(({ take }) => take(taken));
    if (fitting) turn.trace.push({ type: 'rule', rule: fitting.name });
  }
  turn.reading = null;
  remember(turn, typed ? words : '');
}

/** 0. A request for a person, also beside a valid answer, which is kept. */
function requestForPerson({ turn, input, words }: Taken): boolean {
  const { release, state, reading } = turn;
  const trigger = reading?.person && findTrigger(release, reading.person);
  if (!trigger) return false;
  const { open } = state;
  if (open && findNode(release, open)?.kind.takesPersonRequest) return false;
  if (open?.for === 'answer' && open.style === 'checked') keepAnswer(turn, open, input);
  settle(turn);
  beginOrReopen(turn, trigger, true, words);
  state.answeredBy = toRef(trigger);
  return true;
}

/** 1. A valid answer to an open question of a checked type, or a button of it, or of an older question. */
function validAnswer({ turn, input, words }: Taken): boolean {
  const { state } = turn;
  reopenQuestion(turn, input);
  const { open } = state;
  if (open?.for !== 'answer') return false;
  if (open.style === 'free' && input.kind === 'text') return false;
  const before = state.cause;
  if (findNode(turn.release, open)?.kind.type === 'choice') noteChoice(turn, open, words);
  if (!receive(turn, open, input)) {
    state.cause = before;
    return false;
  }
  state.misses = 0;
  return true;
}

/** 2. An interrupting trigger; the question is asked again afterwards. */
function interruption({ turn, words }: Taken): boolean {
  if (turn.state.open?.for !== 'answer') return false;
  const trigger = toMatches(turn.release, turn.reading).find(mayInterrupt);
  if (!trigger) return false;
  settle(turn);
  interrupt(turn, true);
  begin(turn, trigger, words);
  turn.state.answeredBy = toRef(trigger);
  return true;
}

/** 3. Any answer to an open question of a free type. */
function freeAnswer({ turn, input }: Taken): boolean {
  const { open } = turn.state;
  if (open?.for !== 'answer' || open.style !== 'free' || !receive(turn, open, input)) return false;
  turn.state.misses = 0;
  return true;
}

/** 4. An invalid answer to an open question of a checked type: a miss, and asked again until it failed. */
function invalidAnswer({ turn, words }: Taken): boolean {
  const { state, release } = turn;
  const { open } = state;
  if (open?.for !== 'answer' || open.style === 'options') return false;
  const refusal = toRefusal(turn, open);
  if (!refusal) return false;
  countMiss(turn, words);
  turn.trace.push({ type: 'refuse', flow: open.flow, node: open.node });
  const { tried, move } = refusal;
  const trigger = findUnknownOfFlow(release, state.misses, open.flow);
  // Once the tries are used up the way out 'failed' comes first, or a drawn apology would hold the customer for ever.
  if (trigger && move?.go.type !== 'leave') {
    state.open = tried;
    interrupt(turn, true);
    begin(turn, trigger, words);
    return true;
  }
  if (!move) return false;
  refuse(turn, refusal, move);
  return true;
}

/** 5. A sign that the answer did not help. */
function negativeFeedback(taken: Taken): boolean {
  const { turn, words } = taken;
  const { state, reading } = turn;
  taken.signals = toSignals(taken);
  if (taken.signals.length === 0) return false;
  state.signals = [...state.signals, ...taken.signals];
  for (const signal of taken.signals) record(turn, { what: 'signal', signal });
  return answerFeedback(turn, taken.signals, reading, words);
}

/** Runs the negative-feedback trigger that `given` reaches; false where there is none. */
export function answerFeedback(
  turn: Turn,
  given: readonly Signal[],
  reading: Turn['reading'],
  words: string | undefined,
  askAgain = false,
): boolean {
  const trigger = findFeedback(turn.release, turn.state, given, reading);
  if (!trigger) return false;
  beginOrReopen(turn, trigger, askAgain, words);
  return true;
}

/** 5. A text-request; of two that are close, the customer says which. */
function textRequest(taken: Taken): boolean {
  const { turn, words, signals } = taken;
  const matches = toMatches(turn.release, turn.reading);
  const [best, second] = matches;
  if (!best) return false;
  if (second && turn.reading?.close && turn.release.settings.understanding.clarify) {
    askWhichMeant(turn, [best, second], words);
    return true;
  }
  // A message that is itself a sign of trouble does not end the row of such signs.
  if (signals.length === 0) settle(turn);
  turn.state.misses = 0;
  interrupt(turn, false);
  begin(turn, best, words);
  turn.state.answeredBy = toRef(best);
  return true;
}

/** 6. A miss: the unknown trigger for the count, or a stock sentence. */
function miss({ turn, words }: Taken): boolean {
  const { state, release } = turn;
  countMiss(turn, words);
  const { open } = state;
  if (open?.for === 'answer' && leavesQuestion(turn, open)) return true;
  const trigger = findUnknown(release, state.misses, open?.flow ?? null);
  if (trigger) {
    interrupt(turn, false);
    begin(turn, trigger, words);
  } else sayStock(turn, toView(turn).stock('miss'));
  return true;
}

function toWords(input: Input): string {
  if (input.kind === 'text') return input.text;
  if (input.kind === 'choice') return input.label;
  return input.kind === 'rating' ? String(input.value) : '';
}

/** Repetition is judged on typed text: the same trigger once more, or the same meaning. */
function toSignals({ turn, typed, answeredBefore }: Taken): Signal[] {
  const { reading, release } = turn;
  if (!reading) return [];
  const best = toMatches(release, reading)[0];
  const same = best !== undefined && answeredBefore?.flow === best.flow && answeredBefore.node === best.node;
  const signals: Signal[] = [];
  if (reading.feedback.length > 0) signals.push('phrase');
  if (typed && (same || reading.repeats)) signals.push('repeat');
  return signals;
}

/** Counts the try; true where the question leads on to something. Where it only ends, the miss is still to be answered. */
function leavesQuestion(turn: Turn, open: Open): boolean {
  const refusal = toRefusal(turn, open);
  if (!refusal) return false;
  turn.state.open = refusal.tried;
  if (!refusal.move) return false;
  const since = turn.effects.length;
  refuse(turn, refusal, refusal.move);
  return turn.state.open !== null || turn.state.handler !== 'bot' || hasSaid(turn, since);
}

function countMiss(turn: Turn, text: string): void {
  turn.state.misses += 1;
  record(turn, { what: 'miss', text, misses: turn.state.misses });
}

const beginnings = ['conversation-start', 'flow-start', 'choice', 'event', 'inactivity'];

/** A menu's button is why the customer is where he is, unless the bot had offered the menu out of trouble. */
function noteChoice(turn: Turn, open: Open, text: string): void {
  const { cause } = turn.state;
  if (!cause || beginnings.includes(cause.type))
    turn.state.cause = { type: 'choice', flow: open.flow, node: open.node, text };
}

const mostSaid = 10;
const longestSaid = 500;

/** Keeps what may answer a later question, and the last words, by which a repetition is noticed. */
function remember(turn: Turn, words: string): void {
  const { state } = turn;
  if (/[\d@]/.test(words)) state.said = [...state.said.slice(1 - mostSaid), words.slice(0, longestSaid)];
  if (state.handler !== 'bot' || !/[\p{L}\p{N}]/u.test(words)) state.earlier = [];
  else state.earlier = [words.slice(0, longestSaid)];
}
