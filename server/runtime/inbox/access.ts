import { HttpProblem } from '../../http/http-problem.ts';
import type { Caller } from '../../services.ts';
import type { ConversationRecord } from '../../store/records.ts';

/** The departments whose conversations a caller sees, beside those of none; null: all. */
export function toDepartments({ kind, roles, departments }: Caller): readonly string[] | null {
  // A program's key belongs to no department; it serves the whole desk.
  return kind === 'key' || roles.includes('administrator') ? null : departments;
}

/** 404 for a conversation that the caller may not see. */
export function requireVisible(caller: Caller, { department }: Pick<ConversationRecord, 'department'>): void {
  if (!isVisible(toDepartments(caller), department)) throw new HttpProblem(404, 'no-conversation');
}

export function isVisible(departments: readonly string[] | null, department: string | null): boolean {
  return departments === null || department === null || departments.includes(department);
}

/** Whether this caller has the conversation, also while the bot speaks for them. */
export function isHolder(caller: Caller, { handler, state }: ConversationRecord): boolean {
  return (handler === 'agent' || state.lent) && state.agent?.id === caller.id;
}

/** 409 for a conversation that somebody else, or nobody, has joined. */
export function requireHolder(caller: Caller, conversation: ConversationRecord): void {
  if (!isHolder(caller, conversation)) throw new HttpProblem(409, 'not-joined');
}
