import { expect, test } from 'vitest';
import { HttpProblem } from '../http/http-problem.ts';
import { noMeter } from '../meter.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';
import { timeTurn } from './time-turn.ts';

test('each turn is counted once, by how it ended, and answers what it answers', async () => {
  const counted: unknown[] = [];
  const meter = { ...noMeter, turn: (_: number, outcome: unknown) => void counted.push(outcome) };
  const time = <Answer>(turn: () => Promise<Answer | null>) =>
    timeTurn(meter, turn).catch((error: unknown) => error);
  const failing = (error: Error) => async () => Promise.reject(error);
  const refusal = new HttpProblem(409, 'repeated-id');
  const fault = new StoreUnavailable('away');
  expect([
    await time(async () => 'answer'),
    await time(async () => null),
    await time(failing(refusal)),
    await time(failing(fault)),
  ]).toEqual(['answer', null, refusal, fault]);
  expect(counted).toEqual(['done', 'nothing', 'refused', 'failed']);
});
