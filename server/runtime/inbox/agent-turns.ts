import type { inboxRoutes } from '../../../shared/api/inbox.ts';
import { triggersOf } from '../../../shared/graph/compile.ts';
import type { DataOf } from '../../../shared/kinds/document.ts';
import type { AgentRef } from '../../../shared/schema/event.ts';
import type { Part } from '../../../shared/schema/message.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { Call, Caller } from '../../services.ts';
import type { ConversationRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';
import type { Happening, Loaded } from '../happening.ts';
import { isHolder, requireHolder } from './access.ts';
import { toSurveys } from './read-conversation.ts';

/** What each call of an agent does to a conversation; null where nothing is left to do. */
type Decide<Name extends keyof typeof inboxRoutes> = (
  deps: RuntimeDeps,
  call: Call<(typeof inboxRoutes)[Name]>,
  loaded: Loaded,
) => Promise<Happening | null> | Happening | null;

/** Two agents who join at once: the first has it, the other is told who it is. */
export const join: Decide<'inboxJoin'> = (_deps, { caller }, { conversation }) => {
  const { handler, state } = conversation;
  if (handler === 'agent' && isHolder(caller, conversation)) return null;
  if ((handler === 'agent' || state.lent) && state.agent && state.agent.id !== caller.id) {
    const { id, name } = state.agent;
    throw new HttpProblem(409, 'already-joined', { values: { name }, with: { winner: { id, name } } });
  }
  return { event: { type: 'agent-joined', agent: toAgent(caller) } };
};

export const send: Decide<'inboxSend'> = async ({ store }, { caller, body }, { conversation }) => {
  requireHolder(caller, conversation);
  const { name, avatar } = toAgent(caller);
  const from = { kind: 'agent' as const, name, ...(avatar !== undefined && { avatar }) };
  const event = { type: 'agent-message' as const, agent: toAgent(caller) };
  const say = (part: Part): Happening => ({ said: { from, parts: [part] }, event });
  if (body.text !== undefined) return say({ type: 'text', text: body.text });
  if (body.link) return say({ type: 'link', label: body.link.label, url: body.link.url });
  const file = await store.files.read(conversation.id, body.file ?? '');
  if (!file) throw new HttpProblem(404, 'no-file-here');
  return say({ type: 'file', id: file.id, name: file.name, size: file.size });
};

/** One's own conversation, or one that waits; administrators may resolve any. */
export const resolve: Decide<'inboxResolve'> = async (deps, { caller, body }, loaded) => {
  const { conversation } = loaded;
  const administers =
    caller.roles.includes('administrator') && (conversation.handler === 'agent' || conversation.state.lent);
  if (conversation.handler !== 'queue' && !administers) requireHolder(caller, conversation);
  const { outcome = null, survey = null } = body;
  if (typeof survey === 'string') await requireSurvey(deps, loaded, survey);
  return { event: { type: 'resolved', agent: toAgent(caller), outcome, survey } };
};

export const survey: Decide<'inboxSurvey'> = async (deps, { body }, loaded) => {
  const { handler, state } = loaded.conversation;
  if (handler !== 'bot' || state.lent) throw new HttpProblem(409, 'bot-silent');
  await requireSurvey(deps, loaded, body.name);
  return { event: { type: 'start-survey', name: body.name } };
};

/** An agent lends the conversation to a flow; a program starts one while the bot has it. */
export const flow: Decide<'inboxFlow'> = async (deps, { caller, body }, loaded) => {
  const { conversation } = loaded;
  const { release } = await requireRelease(deps, loaded);
  const start = triggersOf(release, 'flow-start').find((node) => node.flow === body.flow);
  const byProgram = caller.kind === 'key' && conversation.handler === 'bot' && !conversation.state.lent;
  if (!byProgram) requireHolder(caller, conversation);
  const allowed = byProgram || (start?.data as DataOf<'flow-start'> | undefined)?.forAgents;
  if (!start || !allowed) throw new HttpProblem(404, 'no-flow');
  if (!byProgram && conversation.handler !== 'agent') throw new HttpProblem(409, 'bot-silent');
  return { event: { type: 'run-flow', flow: body.flow, agent: byProgram ? null : toAgent(caller) } };
};

export const returnToQueue: Decide<'inboxReturn'> = (_deps, { caller }, { conversation }) => {
  if (conversation.handler !== 'agent') throw new HttpProblem(409, 'not-joined');
  if (!caller.roles.includes('administrator')) requireHolder(caller, conversation);
  return { event: { type: 'returned', agent: toAgent(caller) } };
};

/** Offers a conversation to an agent or moves it; one that an agent has goes back to the queue for it. */
export const assign: Decide<'inboxAssign'> = async (
  { store, people },
  { caller, body },
  { conversation },
) => {
  if (conversation.handler === 'bot') throw new HttpProblem(409, 'not-waiting');
  if (conversation.handler === 'agent' && !caller.roles.includes('administrator'))
    requireHolder(caller, conversation);
  const { agent, department } = body;
  const person = agent ? (await people.list()).find(({ id }) => id === agent) : undefined;
  if (agent && !person) throw new HttpProblem(404, 'no-person');
  const known = department ? (await store.desk.departments()).some(({ id }) => id === department) : true;
  if (!known) throw new HttpProblem(404, 'no-department');
  const { handoff } = conversation.state;
  return {
    ...(department !== undefined && handoff && { patch: { handoff: { ...handoff, department } } }),
    ...(conversation.handler === 'agent' && { event: { type: 'returned', agent: toAgent(caller) } }),
    finish: (writing) => {
      if (department !== undefined) writing.conversation.department = department;
      if (person) writing.conversation.agent = { id: person.id, name: person.name };
      else if (agent === null) writing.conversation.agent = null;
      writing.queue.changed = true;
    },
  };
};

export const tags: Decide<'inboxTags'> = (_deps, { body }, { conversation }) => {
  const { add = [], remove = [] } = body;
  const kept = [...new Set([...conversation.state.tags, ...add])].filter((tag) => !remove.includes(tag));
  return { patch: { tags: kept } };
};

export const sendEvent: Decide<'inboxEvent'> = (_deps, { body }) => ({
  event: { type: 'named-event', name: body.name },
});

export const putIntoFolder: Decide<'inboxFolder'> = (_deps, { body }) => ({
  change: ({ conversation }) => {
    conversation.keptFolder = body.folder ?? toOwnFolder(conversation);
  },
});

/** Where a conversation belongs that nobody puts anywhere: done while nothing was written since its resolve. */
function toOwnFolder({ state, last }: ConversationRecord): 'done' | null {
  return state.resolvedAt !== null && (last?.at ?? 0) <= state.resolvedAt ? 'done' : null;
}

function toAgent({ id, name, avatar }: Caller): AgentRef {
  return { id, name, ...(avatar !== null && { avatar }) };
}

async function requireRelease(deps: RuntimeDeps, { bot, conversation }: Loaded) {
  const running = await deps.bots.release(bot.id, conversation.state.release);
  if (!running) throw new HttpProblem(404, 'no-release');
  return running;
}

/** Resolving brings the newest release, so a survey is looked for there too. */
async function requireSurvey(deps: RuntimeDeps, loaded: Loaded, name: string): Promise<void> {
  const { release } = await requireRelease(deps, loaded);
  const newest = await deps.bots.release(loaded.bot.id, loaded.bot.currentRelease ?? release.number);
  const known = [...toSurveys(release, ''), ...(newest ? toSurveys(newest.release, '') : [])];
  if (!known.some((one) => one.name === name)) throw new HttpProblem(404, 'no-survey');
}
