import type { Answer, CallOptions, HttpClient } from './http-client.ts';

/** The administrator of every server under test. */
export const administrator = { email: 'ada@example.com', password: 'correct horse battery', name: 'Ada' };

/** Somebody who is signed in. */
export interface Person {
  id: string;
  name: string;
  /** Headers of a call by this person. */
  headers: Record<string, string>;
}

/** A call that must succeed. */
export async function must(
  client: HttpClient,
  method: string,
  path: string,
  options?: CallOptions,
): Promise<Answer> {
  const answer = await client.call(method, path, options);
  if (answer.status >= 300)
    throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

/** @param origin the server's public address, which calls by cookie have to name. */
export async function signIn(
  client: HttpClient,
  origin: string,
  { email, password }: { email: string; password: string },
): Promise<Person> {
  const json = { email, password };
  return toPerson(
    await must(client, 'POST', '/api/auth/sign-in/email', { json, headers: { origin } }),
    origin,
  );
}

/** Invites agents, takes up their invitations, and puts them online. */
export async function inviteAgents(
  client: HttpClient,
  origin: string,
  by: Person,
  count: number,
): Promise<Person[]> {
  const agents: Person[] = [];
  for (let index = 0; index < count; index += 1) {
    const name = `Agent ${index + 1}`;
    const json = { name, email: `agent-${index + 1}@example.com`, roles: ['agent'] };
    const made = await must(client, 'POST', '/api/admin/people', { json, headers: by.headers });
    const token = new URL((made.body as { link: string }).link).hash.slice(1);
    const accepted = await must(client, 'POST', '/api/auth/invitations/accept', {
      json: { token, name, password: 'a long enough password' },
      headers: { origin },
    });
    const agent = toPerson(accepted, origin);
    await putOnline(client, agent);
    agents.push(agent);
  }
  return agents;
}

async function putOnline(client: HttpClient, { headers }: Person): Promise<void> {
  await must(client, 'PUT', '/api/inbox/me/status', { json: { status: 'online' }, headers });
}

function toPerson({ headers, body }: Answer, origin: string): Person {
  const cookies = [headers['set-cookie'] ?? []].flat().map((cookie) => cookie.split(';')[0]);
  const { id, name } = (body as { person: { id: string; name: string } }).person;
  return { id, name, headers: { cookie: cookies.join('; '), origin } };
}

/** Imports a bot file and publishes it. */
export async function publishBot(client: HttpClient, by: Person, file: unknown): Promise<string> {
  const { headers } = by;
  const { bot } = (await must(client, 'POST', '/api/bots/import', { json: file, headers })).body as {
    bot: { id: string };
  };
  await must(client, 'POST', `/api/bots/${bot.id}/releases`, { json: { note: 'for the test' }, headers });
  return bot.id;
}
