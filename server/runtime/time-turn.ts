import { HttpProblem } from '../http/http-problem.ts';
import type { Meter } from '../meter.ts';

/** Tells the meter how long a turn took and how it ended; what it answers or throws stays as it is. */
export async function timeTurn<Answer>(
  meter: Meter,
  turn: () => Promise<Answer | null>,
): Promise<Answer | null> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  try {
    const answer = await turn();
    meter.turn(seconds(), answer === null ? 'nothing' : 'done');
    return answer;
  } catch (error) {
    meter.turn(seconds(), error instanceof HttpProblem ? 'refused' : 'failed');
    throw error;
  }
}
