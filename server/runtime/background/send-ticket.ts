import { Webhook } from 'standardwebhooks';
import type { TicketRequest } from '../../../shared/schema/effect.ts';
import type { OutboxRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';
import type { Attempt } from './attempt.ts';
import { callAddress } from './call-address.ts';
import { OutgoingFault, toOutgoingFault } from './outgoing-fault.ts';
import { requireAttempt } from './require-attempt.ts';
import { takeResult } from './take-result.ts';
import { attemptLimitMs } from './time-limit.ts';
import { toLasting } from './to-lasting.ts';
import { toRefusal } from './to-refusal.ts';

interface Payload {
  effect: string;
  request: TicketRequest;
  reference: string;
}

/**
 * Makes a ticket by a signed webhook (Standard Webhooks). Where it goes and its key are the secrets
 * `<integration>_url` and `<integration>_key`, so an integration called `webhook` reads `webhook_url`. A flow waits
 * for the first attempt and goes on with what became of it; sent again by an administrator, it is tried as often as
 * other outgoing work, and the conversation only learns that it was made.
 */
export async function sendTicket(deps: RuntimeDeps, item: OutboxRecord): Promise<Attempt> {
  const { effect, request, reference } = item.payload as Payload;
  const failed = await deliver(deps, item, request, reference).then(() => null, toOutgoingFault);
  const isAwaited = item.spent === 0;
  if (failed && !isAwaited) throw failed;
  const error = failed && toLasting(failed.fault, item);
  return takeResult(deps, item, error, { type: 'ticket-result', id: effect, ok: failed === null, reference });
}

async function deliver(
  deps: RuntimeDeps,
  item: OutboxRecord,
  request: TicketRequest,
  reference: string,
): Promise<void> {
  requireAttempt(item);
  const { url, key } = await readAccess(deps, request.integration);
  const { subject, body, fields } = request;
  const at = new Date(deps.clock.now());
  const payload = JSON.stringify({
    type: 'ticket.created',
    timestamp: at.toISOString(),
    data: { reference, conversation: item.conversation, subject, body, fields },
  });
  const headers = {
    'webhook-id': item.id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(toKey(key)).sign(item.id, at, payload),
  };
  const call = { method: 'POST', url, headers, body: payload, timeoutMs: attemptLimitMs, headOnly: true };
  const refusal = toRefusal(await callAddress(call, deps.allowHosts), deps.clock.now());
  if (refusal) throw refusal;
}

async function readAccess(
  { secrets }: RuntimeDeps,
  integration: string,
): Promise<{ url: string; key: string }> {
  const [urlName, keyName] = [`${integration}_url`, `${integration}_key`];
  const values = await secrets.read([urlName, keyName]);
  const [url, key] = [values.get(urlName), values.get(keyName)];
  if (url === undefined || key === undefined)
    throw new OutgoingFault('no-ticket-system', { values: { url: urlName, key: keyName }, final: true });
  return { url, key };
}

/** The scheme wants base64; any other key is taken as its bytes. */
function toKey(key: string): string {
  return /^(whsec_)?[A-Za-z0-9+/]{16,}={0,2}$/.test(key) ? key : Buffer.from(key).toString('base64');
}
