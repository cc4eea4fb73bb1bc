import { join } from 'node:path';
import { createHttpClient, type HttpClient } from './http-client.ts';
import { administrator } from './people.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

export interface ProductOptions {
  /** The built `main.js`. */
  entry: string;
  /** For the database file and the logs. */
  folder: string;
  /** One process for each port. */
  ports: number[];
  environment: Record<string, string>;
}

/** The product under test: one server process or several of them on one database. */
export interface Product {
  /** What people's browsers would name as the origin. */
  origin: string;
  client: HttpClient;
  /** The address of the process whose turn it is. */
  toBase(): string;
  processes: number;
  /** Starts those that do not run, and waits until they are ready. */
  start(): Promise<void>;
  /** Starts one without waiting until it is ready. */
  launch(index: number): void;
  kill(index: number): Promise<void>;
  stop(): Promise<(number | null)[]>;
  /** Resolves when at least one is ready. */
  whenUp(): Promise<void>;
  pids(): number[];
  /** Processes that ended without being asked to. */
  deaths(): string[];
}

interface Place {
  port: number;
  log: string;
  running: ServerProcess | null;
  ready: boolean;
}

export function createProduct(options: ProductOptions): Product {
  const { folder, ports } = options;
  const deaths: string[] = [];
  const places = ports.map(
    (port): Place => ({ port, log: join(folder, `server-${port}.log`), running: null, ready: false }),
  );
  const up = createGate();
  const toBase = createTurns(places);
  const client = createHttpClient(toBase);
  const launch = (place: Place): void => {
    place.running = startServerProcess({
      ...options,
      port: place.port,
      log: place.log,
      environment: toEnvironment(options),
    });
  };
  const makeReady = async (place: Place): Promise<void> => {
    if (!place.running) launch(place);
    await place.running?.ready();
    place.ready = true;
    up.open();
  };
  const leave = (place: Place): ServerProcess | null => {
    const { running } = place;
    if (running?.gone()) deaths.push(`the server on port ${place.port} ended by itself, see ${place.log}`);
    Object.assign(place, { running: null, ready: false });
    if (!places.some(({ ready }) => ready)) up.close();
    return running;
  };
  return {
    origin: `http://127.0.0.1:${ports[0]}`,
    client,
    toBase,
    processes: ports.length,
    start: async () => {
      await Promise.all(places.filter(({ ready }) => !ready).map(makeReady));
    },
    launch: (index) => launch(places[index]!),
    kill: async (index) => leave(places[index]!)?.kill(),
    stop: () => Promise.all(places.map(async (place) => (await leave(place)?.stop()) ?? null)),
    whenUp: up.passed,
    pids: () => places.flatMap(({ running }) => (running ? [running.pid] : [])),
    deaths: () => deaths,
  };
}

function toEnvironment({ folder, ports, environment }: ProductOptions): Record<string, string> {
  return {
    BATON_DATA: join(folder, 'data'),
    BATON_PUBLIC_URL: `http://127.0.0.1:${ports[0]}`,
    BATON_ADMIN_EMAIL: administrator.email,
    BATON_ADMIN_PASSWORD: administrator.password,
    BATON_SAMPLES: 'off',
    BATON_RATE_LIMITS: 'off',
    LOG_LEVEL: 'error',
    ...environment,
  };
}

/** Those that are ready, one after the other; any of them while none is. */
function createTurns(places: readonly Place[]): () => string {
  let turn = 0;
  return () => {
    const ready = places.filter((place) => place.ready);
    const among = ready.length > 0 ? ready : places;
    turn += 1;
    return `http://127.0.0.1:${among[turn % among.length]!.port}`;
  };
}

function createGate() {
  let release: () => void = () => undefined;
  let opened = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isOpen = false;
  return {
    passed: () => opened,
    open: () => {
      isOpen = true;
      release();
    },
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      opened = new Promise((resolve) => {
        release = resolve;
      });
    },
  };
}
