import { cancelAllTimers, changeHandler, setTimer, type Turn } from './turn.ts';

const minute = 60_000;
/** An agent's part of the bot that the customer leaves unanswered this long goes back to the agent. */
const lentSilence = 5 * minute;

/** The bot speaks for the agent from here on. */
export function lend(turn: Turn): void {
  const { state, facts } = turn;
  cancelAllTimers(turn);
  state.lent = true;
  changeHandler(turn, 'bot', 'lent', { agent: state.agent });
  setTimer(turn, 'lent-silence', facts.now + lentSilence);
}

/** The customer answered: the silence begins anew. */
export function extendLoan(turn: Turn): void {
  if (turn.state.lent) setTimer(turn, 'lent-silence', turn.facts.now + lentSilence);
}

/** The lent bot has ended, failed or was silent: the agent has the conversation again. */
export function giveBack(turn: Turn): void {
  const { state } = turn;
  state.lent = false;
  state.open = null;
  state.stack = [];
  state.pending = [];
  cancelAllTimers(turn);
  changeHandler(turn, 'agent', 'lent-back', { agent: state.agent });
  watchSilence(turn);
}

/** Sets the clock of a conversation in which the agent had the last word. */
export function watchSilence(turn: Turn): void {
  setTimer(turn, 'agent-silence', turn.facts.now + turn.facts.settings.handoff.agentSilenceMinutes * minute);
}

/** Sets the clocks of a customer who waits for the agent's answer, from the first unanswered word on. */
export function watchAnswer(turn: Turn): void {
  if (turn.state.timers.includes('answer')) return;
  setTimer(turn, 'answer', turn.facts.now + turn.facts.settings.handoff.answerMinutes * minute);
  watchSilence(turn);
}
