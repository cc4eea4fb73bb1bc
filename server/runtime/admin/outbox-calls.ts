import type { OutboxItem } from '../../../shared/api/admin.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { TextLanguage } from '../../http/text-language.ts';
import { fill, texts } from '../../http/texts.ts';
import type { AdminService } from '../../services.ts';
import type { OutboxRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';

const pageSize = 50;

/** What administrators see of outgoing work, and may send again. */
export function createOutboxCalls({
  store,
  clock,
  wake,
}: RuntimeDeps): Pick<AdminService, 'outboxList' | 'outboxRetry' | 'outboxRetryAll'> {
  return {
    outboxList: async (call) => {
      const { status = null, cursor = null, limit = pageSize } = call.query;
      const [page, { dead }] = await Promise.all([
        store.outbox.list({ status, cursor, limit }),
        store.outbox.backlog(clock.now()),
      ]);
      const items = page.items.map((item) => toItem(item, call.client.language));
      return { items, cursor: page.cursor, failed: dead };
    },
    outboxRetry: async (call) => {
      const item = await store.outbox.read(call.params.id);
      if (!item || item.kind === 'http') throw new HttpProblem(404, 'not-found');
      if (!(await store.outbox.resend(item.id, clock.now()))) throw new HttpProblem(409, 'not-failed');
      wake(clock.now());
      return { item: toItem((await store.outbox.read(item.id)) ?? item, call.client.language) };
    },
    outboxRetryAll: async () => {
      const count = await store.outbox.resendAll(clock.now());
      wake(clock.now());
      return { count };
    },
  };
}

function toItem(record: OutboxRecord, language: TextLanguage): OutboxItem {
  const { kind, payload, createdAt, nextAt, error, ...item } = record;
  const { text, request } = payload as { text?: string; request?: { body?: string } };
  const { id, status, to, subject, attempts, conversation } = item;
  const shownOnly = error?.code === 'no-mail';
  return {
    id,
    // Calls that flows make are not listed.
    kind: kind === 'mail' ? 'mail' : 'ticket',
    status,
    to,
    subject,
    preview: (text ?? request?.body ?? '').slice(0, 500),
    attempts,
    shownOnly,
    error: error && !shownOnly ? fill(texts[language].outgoing[error.code], error.values) : null,
    mayHaveArrived: error?.mayHaveArrived ?? false,
    conversation,
    createdAt: new Date(createdAt).toISOString(),
    nextAt: nextAt === null ? null : new Date(nextAt).toISOString(),
  };
}
