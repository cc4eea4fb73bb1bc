import { type CustomerOptions, openChat, say } from '../load/customer.ts';
import type { Answer, HttpClient } from '../product/http-client.ts';
import type { Person } from '../product/people.ts';
import type { Check } from '../report.ts';

/** In each round all agents join one conversation at once: one has it, the others are told who. */
export async function raceToJoin(
  client: HttpClient,
  customer: CustomerOptions,
  agents: readonly Person[],
  rounds: number,
): Promise<{ checks: Check[] }> {
  const winners: string[] = [];
  const losers: string[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const chat = await openChat(customer);
    if (!chat) continue;
    await say(customer, chat, customer.random.chance(0.5) ? 'person' : 'plain');
    const path = `/api/inbox/conversations/${chat.id}/join`;
    const answers = await Promise.all(agents.map(({ headers }) => client.call('POST', path, { headers })));
    const won = agents.filter((_, index) => answers[index]?.status === 200);
    if (won.length !== 1) winners.push(`round ${round}: ${won.length} have joined`);
    losers.push(
      ...answers.flatMap((answer) => judgeLoser(answer, won[0])).map((text) => `round ${round}: ${text}`),
    );
  }
  return {
    checks: [
      { name: 'of those who join at once, one has it', of: rounds, findings: winners },
      { name: 'the others are told who', of: rounds * (agents.length - 1), findings: losers },
    ],
  };
}

function judgeLoser({ status, body }: Answer, winner: Person | undefined): string[] {
  if (status === 200) return [];
  const told = (body as { winner?: { id: string; name: string } }).winner;
  const right = status === 409 && told?.id === winner?.id && told?.name === winner?.name;
  return right ? [] : [`answered ${status} with ${JSON.stringify(told)}`];
}
