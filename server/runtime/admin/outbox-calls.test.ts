import { afterEach, beforeEach, expect, it } from 'vitest';
import { newItem } from '../../store/testing/outgoing.ts';
import { openDesk, type TestDesk } from '../testing/test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const toCall = (language: 'en' | 'nl' = 'en') => ({
  params: {},
  query: {},
  body: undefined,
  caller: desk.agent('eve').caller,
  client: { ip: '', origin: null, acceptLanguage: language, language },
});
const admin = () => desk.runtime.services.admin;

async function addFailed(...ids: string[]): Promise<void> {
  const { outbox } = desk.runtime.deps.store;
  const error = { code: 'broken-off', mayHaveArrived: true } as const;
  for (const id of ids) await outbox.add(newItem(id, { status: 'failed', nextAt: null, attempts: 8, error }));
}

it('shows why an item failed, that it may have arrived, and how many have failed', async () => {
  await addFailed('m1', 'm2');
  const { items, failed } = await admin().outboxList({ ...toCall('nl'), query: { limit: 1 } });
  expect(items).toMatchObject([
    {
      status: 'failed',
      attempts: 8,
      mayHaveArrived: true,
      error: 'De verbinding brak af voordat er antwoord kwam.',
      nextAt: null,
    },
  ]);
  expect(failed).toBe(2);
});

it('sends one again, or all that have failed, each under the id it had', async () => {
  await addFailed('m1', 'm2', 'm3');
  const { item } = await admin().outboxRetry({ ...toCall(), params: { id: 'm2' } });
  expect(item).toMatchObject({ id: 'm2', status: 'waiting', attempts: 8 });
  await expect(admin().outboxRetry({ ...toCall(), params: { id: 'm2' } })).rejects.toMatchObject({
    status: 409,
    code: 'not-failed',
  });
  expect(await admin().outboxRetryAll(toCall())).toEqual({ count: 2 });
  expect(await admin().outboxRetryAll(toCall())).toEqual({ count: 0 });
  const keys: string[] = [];
  Object.assign(desk.runtime.deps.mailer, {
    send: async (_mail: unknown, key: string) => void keys.push(key),
  });
  await desk.pass(0);
  expect(keys.toSorted()).toEqual(['m1', 'm2', 'm3']);
});
