import { Webhook } from 'standardwebhooks';
import type { TicketRequest } from '../../../shared/schema/effect.ts';
import type { OutboxRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';
import type { Attempt } from './attempt.ts';
import { callAddress } from './call-address.ts';
import { OutgoingFault, toFault } from './outgoing-fault.ts';
import { takeResult } from './take-result.ts';

interface Payload {
  effect: string;
  request: TicketRequest;
  reference: string;
}

const timeoutMs = 10_000;

/**
 * Makes a ticket by a signed webhook (Standard Webhooks). Where it goes and its key are the secrets
 * `<integration>_url` and `<integration>_key`, so an integration called `webhook` reads `webhook_url`.
 */
export async function sendTicket(deps: RuntimeDeps, item: OutboxRecord): Promise<Attempt> {
  const { effect, request, reference } = item.payload as Payload;
  const error = await deliver(deps, item, request, reference).then(() => null, toFault);
  return takeResult(deps, item, error, { type: 'ticket-result', id: effect, ok: error === null, reference });
}

async function deliver(
  deps: RuntimeDeps,
  item: OutboxRecord,
  request: TicketRequest,
  reference: string,
): Promise<void> {
  const { integration, subject, body, fields } = request;
  const [urlName, keyName] = [`${integration}_url`, `${integration}_key`];
  const values = await deps.secrets.read([urlName, keyName]);
  const [url, key] = [values.get(urlName), values.get(keyName)];
  if (url === undefined || key === undefined)
    throw new OutgoingFault('no-ticket-system', { url: urlName, key: keyName });
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
  const { status } = await callAddress(
    { method: 'POST', url, headers, body: payload, timeoutMs },
    deps.allowHosts,
  );
  if (status < 200 || status >= 300) throw new OutgoingFault('status', { status });
}

/** The scheme wants base64; any other key is taken as its bytes. */
function toKey(key: string): string {
  return /^(whsec_)?[A-Za-z0-9+/]{16,}={0,2}$/.test(key) ? key : Buffer.from(key).toString('base64');
}
