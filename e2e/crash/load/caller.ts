import { type Answer, type CallOptions, type HttpClient, NoAnswer } from '../product/http-client.ts';
import type { Book, BookedCall } from './book.ts';

/** Sends calls until they are answered, as a client that relies on the runtime's promises does. */
export interface Caller {
  /** Sends it, again and again with the same id, until it has a whole answer; books what was told. */
  send(call: BookedCall, method: string, path: string, options: CallOptions): Promise<Answer | null>;
  /** The same for a call without an id, which is not booked. */
  ask(method: string, path: string, options?: CallOptions): Promise<Answer | null>;
}

export interface CallerOptions {
  client: HttpClient;
  book: Book;
  /** Resolves when there is somebody to call. */
  whenUp: () => Promise<void>;
  /** How long a call is repeated before that counts as a fault. */
  patienceMs?: number | undefined;
}

const shortWaitMs = 15;
const longestWaitMs = 1_000;

export function createCaller({ client, book, whenUp, patienceMs = 60_000 }: CallerOptions): Caller {
  const persist = async (
    send: () => Promise<Answer>,
    name: string,
    later: () => void,
  ): Promise<Answer | null> => {
    const until = Date.now() + patienceMs;
    while (Date.now() < until) {
      await whenUp();
      const answer = await send().catch((error: unknown) => {
        if (error instanceof NoAnswer) return null;
        throw error;
      });
      if (answer && answer.status !== 503) {
        book.answers += 1;
        return answer;
      }
      if (answer) {
        later();
        book.later += 1;
      }
      if (answer && answer.headers['retry-after'] === undefined)
        book.faults.push(`${name} was told to try later, but not when`);
      await pause(answer ? toRetryMs(answer) : shortWaitMs);
    }
    book.faults.push(`${name} had no answer within ${patienceMs / 1000} s`);
    return null;
  };
  return {
    send: async (call, method, path, options) => {
      const once = (): Promise<Answer> => {
        call.sent += 1;
        return client.call(method, path, options);
      };
      const answer = await persist(once, `${method} ${path} (${call.token})`, () => {
        call.later += 1;
      });
      if (!answer) return null;
      if (call.told.length === 0) call.kill = book.kills;
      call.told.push({ status: answer.status, body: answer.body });
      return answer;
    },
    ask: (method, path, options) =>
      persist(
        () => client.call(method, path, options),
        `${method} ${path}`,
        () => undefined,
      ),
  };
}

/** `Retry-After` is in seconds; a test does not wait as long as a person would. */
function toRetryMs({ headers }: Answer): number {
  const seconds = Number(headers['retry-after'] ?? 0);
  return Math.min(Math.max(seconds * 100, shortWaitMs), longestWaitMs);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
