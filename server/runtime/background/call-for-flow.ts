import type { HttpRequest, SealedText } from '../../../shared/schema/effect.ts';
import type { Value } from '../../../shared/schema/value.ts';
import type { Fault, OutboxRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';
import type { Attempt } from './attempt.ts';
import { callAddress } from './call-address.ts';
import { OutgoingFault, toOutgoingFault } from './outgoing-fault.ts';
import { takeResult } from './take-result.ts';
import { attemptLimitMs } from './time-limit.ts';
import { toRefusal } from './to-refusal.ts';

interface Payload {
  effect: string;
  request: HttpRequest;
}

type Outcome = { ok: true; variables: Record<string, Value> } | { ok: false; error: Fault };

/**
 * Makes the call of a flow that waits for it: one attempt within its time, a GET once more where that failed.
 * The result goes back to the conversation as an event.
 */
export async function callForFlow(deps: RuntimeDeps, item: OutboxRecord): Promise<Attempt> {
  const { effect, request } = item.payload as Payload;
  const most = request.method === 'GET' ? 2 : 1;
  let outcome: Outcome = { ok: false, error: item.error ?? { code: 'stopped' } };
  // After a crash nobody knows whether the other side has acted; only what is safe is repeated.
  for (let attempt = item.attempts; attempt <= most && !outcome.ok; attempt += 1)
    outcome = await tryCall(deps, request);
  return takeResult(deps, item, outcome.ok ? null : outcome.error, {
    type: 'http-result',
    id: effect,
    ok: outcome.ok,
    variables: outcome.ok ? outcome.variables : {},
  });
}

async function tryCall(deps: RuntimeDeps, request: HttpRequest): Promise<Outcome> {
  try {
    const open = await createOpener(deps, request);
    const answer = await callAddress(
      {
        method: request.method,
        url: open(request.url),
        headers: Object.fromEntries(request.headers.map(({ name, value }) => [name, open(value)])),
        body: request.body && open(request.body),
        timeoutMs: Math.min(request.timeoutSeconds * 1000, attemptLimitMs),
      },
      deps.allowHosts,
    );
    const refusal = toRefusal(answer, deps.clock.now());
    if (refusal) throw refusal;
    return { ok: true, variables: pickVariables(answer.body, request.save) };
  } catch (error) {
    return { ok: false, error: toOutgoingFault(error).fault };
  }
}

/** Puts the secrets' values in, only now and only here. */
async function createOpener(
  { secrets }: RuntimeDeps,
  request: HttpRequest,
): Promise<(text: SealedText) => string> {
  const texts = [request.url, request.body ?? [], ...request.headers.map(({ value }) => value)];
  const names = texts.flat().flatMap((piece) => (typeof piece === 'string' ? [] : [piece.secret]));
  const values = await secrets.read(names);
  const missing = names.find((name) => !values.has(name));
  if (missing !== undefined) throw new OutgoingFault('no-secret', { values: { name: missing } });
  return (text) =>
    text.map((piece) => (typeof piece === 'string' ? piece : values.get(piece.secret))).join('');
}

/** Values of a JSON answer by paths like `order.items.0.status`; what is not there, or no simple value, is left out. */
export function pickVariables(body: string, save: HttpRequest['save']): Record<string, Value> {
  if (save.length === 0) return {};
  const json: unknown = JSON.parse(body);
  const found = save.flatMap(({ path, variable }): [string, Value][] => {
    const value = path === '' ? json : path.split('.').reduce(toField, json);
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [[variable, value]]
      : [];
  });
  return Object.fromEntries(found);
}

function toField(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}
