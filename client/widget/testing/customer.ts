import { type Connection, createConnection } from '../connection/connection.ts';
import type { Surroundings } from '../connection/surroundings.ts';
import type { FakeServer } from './fake-server.ts';

/** A browser with a clock of its own: pages come and go, its storage stays. */
export class Customer {
  readonly kept = new Map<string, string>();
  private readonly server: FakeServer;
  private readonly waits: { due: number; resolve: () => void }[] = [];
  private clock = 0;
  private ids = 0;

  constructor(server: FakeServer) {
    this.server = server;
  }

  /** Opens a page with the bot's widget in it. */
  load(): Connection {
    const tools: Surroundings = {
      fetch: this.server.fetch,
      storage: {
        getItem: (place) => this.kept.get(place) ?? null,
        setItem: (place, value) => void this.kept.set(place, value),
      },
      wait: (milliseconds) =>
        new Promise((resolve) => this.waits.push({ due: this.clock + milliseconds, resolve })),
      random: () => 0.5,
      uuid: () => {
        this.ids += 1;
        return `id-${this.ids}`;
      },
      now: () => '2026-11-21T10:00:00.000Z',
    };
    return createConnection({ base: 'http://chat.example', bot: 'shop' }, tools, () => {});
  }

  /** Lets so many seconds go by, one after the other, so that what follows from a wait can wait again. */
  async pass(seconds: number): Promise<void> {
    await settle();
    for (let second = 0; second < seconds; second += 1) {
      this.clock += 1_000;
      const due = this.waits.filter((wait) => wait.due <= this.clock);
      for (const wait of due) this.waits.splice(this.waits.indexOf(wait), 1);
      for (const wait of due) wait.resolve();
      await settle();
    }
  }
}

/** Lets everything happen that needs no time. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** What the customer reads, oldest first. */
export function read({ state }: Connection): string[] {
  return state.messages.map(({ parts: [part] }) => (part?.type === 'text' ? part.text : ''));
}
