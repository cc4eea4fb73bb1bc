import type { InboxConversation } from '../../../shared/api/inbox-conversation.ts';
import { findNode, type Release, triggersOf } from '../../../shared/graph/compile.ts';
import type { DataOf } from '../../../shared/kinds/document.ts';
import { formatValue, type Value } from '../../../shared/schema/value.ts';
import { localise } from '../../../shared/text/localised.ts';
import type { RatingScale } from '../../../shared/text/rating-scale.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { Caller } from '../../services.ts';
import type { ConversationRecord, ObservationRecord } from '../../store/records.ts';
import type { InboxRow } from '../../store/store.ts';
import { readQueue } from '../chat/conversation-state.ts';
import { toMessage } from '../chat/to-message.ts';
import type { RuntimeDeps } from '../deps.ts';
import type { RunningRelease } from '../live-bots.ts';
import { load } from '../turn.ts';
import { isVisible, toDepartments } from './access.ts';
import { type Names, readNames } from './names.ts';
import { toInstant, toItem, toReason, toText } from './to-item.ts';
import { toStepLabel } from './to-step-label.ts';

const mostMessages = 200;

/** A conversation with all that an agent needs to take over; whether the caller may see it is not asked here. */
export async function readConversation(
  deps: RuntimeDeps,
  id: string,
  caller: Caller,
): Promise<InboxConversation> {
  const row = await deps.store.inbox.read(id, caller.id);
  if (!row) throw new HttpProblem(404, 'no-conversation');
  const { conversation } = row;
  const [names, running, messages, notes, observations, loaded] = await Promise.all([
    readNames(deps),
    deps.bots.release(conversation.bot, conversation.state.release),
    deps.store.conversations.newestMessages(id, mostMessages),
    deps.store.desk.notes(id),
    deps.store.conversations.observations(id, ['visit', 'survey-answer']),
    load(deps, id),
  ]);
  return {
    ...toItem(row, names),
    messages: messages.map((message) => toMessage(message, conversation.bot)),
    contact: await toContact(deps, row, caller),
    handoff: toHandoff(conversation, names),
    notes: notes.map(({ id: note, at, by, text }) => ({ id: note, at: toInstant(at), by, text })),
    outcome: conversation.state.outcome,
    queue: await readQueue(deps, loaded),
    ...(running ? toDrawn(running, conversation, observations) : nothingDrawn),
  };
}

async function toContact(
  { store }: RuntimeDeps,
  { contact, conversation }: InboxRow,
  caller: Caller,
): Promise<InboxConversation['contact']> {
  const { name: _n, email: _e, phone: _p, ...others } = contact.attributes;
  const departments = toDepartments(caller);
  const all = await store.inbox.ofContact(contact.id);
  return {
    id: contact.id,
    name: toText(contact.attributes, 'name'),
    email: toText(contact.attributes, 'email'),
    phone: toText(contact.attributes, 'phone'),
    attributes: Object.fromEntries(Object.entries(others).map(([name, value]) => [name, toPlain(value)])),
    conversations: all
      .filter(({ id, department }) => id !== conversation.id && isVisible(departments, department))
      .map(({ id, startedAt }) => ({ id, startedAt: toInstant(startedAt) })),
  };
}

function toHandoff(conversation: ConversationRecord, names: Names): InboxConversation['handoff'] {
  const { handoff } = conversation.state;
  if (!handoff) return null;
  const { cause, at, department, summary } = handoff;
  return {
    reason:
      cause === null ? (toReason(conversation) ?? 'agent') : (toReason({ reason: cause.type }) ?? cause.type),
    trigger: cause && { flow: cause.flow, node: cause.node },
    at: toInstant(at),
    department: names.department(department),
    summary: summary === '' ? null : summary,
  };
}

type Drawn = Pick<InboxConversation, 'variables' | 'path' | 'surveys' | 'flows' | 'ratings'>;

const nothingDrawn: Drawn = { variables: [], path: [], surveys: [], flows: [], ratings: [] };

/** What is told with the names that the drawing gives. */
function toDrawn(
  { release, file }: RunningRelease,
  { state }: ConversationRecord,
  observations: ObservationRecord[],
): Drawn {
  const { language } = state;
  const flowNames = new Map(file.flows.map(({ id, name }) => [id, name]));
  return {
    variables: [...release.variables.values()].flatMap(({ name, label }) => {
      const value = Object.hasOwn(state.variables, name) ? state.variables[name] : undefined;
      return value === undefined ? [] : [{ name, label: label || name, value: toPlain(value) }];
    }),
    path: observations
      .filter(({ what }) => what === 'visit')
      .map(({ flow, node, at }) => {
        const place = { flow: flow ?? '', node: node ?? '' };
        const drawn = findNode(release, place);
        return {
          ...place,
          flowName: flowNames.get(place.flow) ?? place.flow,
          kind: drawn?.kind.type ?? '',
          ...(drawn && toStepLabel(drawn, release, { language, flowNames })),
          at: toInstant(at),
        };
      }),
    surveys: toSurveys(release, state.language),
    flows: triggersOf(release, 'flow-start')
      .filter(({ data }) => (data as DataOf<'flow-start'>).forAgents)
      .map(({ flow }) => ({ id: flow, name: flowNames.get(flow) ?? flow })),
    ratings: observations
      .filter(({ what }) => what === 'survey-answer')
      .flatMap((one) => toRating(release, one)),
  };
}

/** Surveys that an agent may start. */
export function toSurveys(release: Release, language: string): { name: string; label: string }[] {
  return triggersOf(release, 'start-survey').flatMap(({ data }) => {
    const { name, label, start } = data as DataOf<'start-survey'>;
    const fallback = release.settings.languages[0] ?? 'en';
    return start.includes('agent') ? [{ name, label: localise(label, language, fallback) }] : [];
  });
}

function toRating(
  release: Release,
  { data, flow, node, at }: ObservationRecord,
): InboxConversation['ratings'] {
  const { value, comment, variable, survey } = data as {
    value: Value;
    comment: string | null;
    variable: string;
    survey: string | null;
  };
  if (typeof value !== 'number') return [];
  const asked = findNode(release, { flow: flow ?? '', node: node ?? '' });
  const scale: RatingScale = asked?.kind.type === 'rating' ? (asked.data as DataOf<'rating'>).scale : 'stars';
  const label = release.variables.get(variable)?.label || survey || variable;
  return [{ at: toInstant(at), label, scale, value, comment }];
}

function toPlain(value: Value): string | number | boolean {
  return typeof value === 'object' ? formatValue(value) : value;
}
