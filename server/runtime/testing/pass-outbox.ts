import { createOutboxSender } from '../background/send-outbox.ts';
import type { TestDesk } from './test-desk.ts';

/** Lets time pass, from one moment at which something is due to the next, and carries out what is due. */
export async function passOutbox(desk: TestDesk, ms: number): Promise<void> {
  const { outbox } = desk.runtime.deps.store;
  const sender = createOutboxSender(desk.runtime.deps);
  const end = desk.clock.now() + ms;
  for (;;) {
    await sender.start();
    await sender.idle();
    const next = await outbox.nextDue(desk.clock.now());
    if (next === null || next > end) break;
    desk.clock.time = next;
  }
  desk.clock.time = end;
}
