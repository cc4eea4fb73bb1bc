import type { Fault } from '../../store/records.ts';

interface Outcome {
  values?: Fault['values'];
  /** Trying again would change nothing until somebody changes something. */
  final?: boolean;
  /** All was sent and no answer came: the other side may have taken it. */
  mayHaveArrived?: boolean;
  /** The other side asked for so much time. */
  waitMs?: number | null;
}

/** Outgoing work that could not be done, for a reason that we can name. */
export class OutgoingFault extends Error {
  readonly fault: Fault;
  readonly final: boolean;
  readonly waitMs: number;

  constructor(code: Fault['code'], { values, final, mayHaveArrived, waitMs }: Outcome = {}) {
    super(code);
    this.name = 'OutgoingFault';
    this.fault = { code, ...(values && { values }), ...(mayHaveArrived && { mayHaveArrived }) };
    this.final = final ?? false;
    this.waitMs = waitMs ?? 0;
  }
}

/** What we did not throw ourselves is told in its own words, but for failures of the network. */
export function toOutgoingFault(error: unknown, mayHaveArrived = false): OutgoingFault {
  if (error instanceof OutgoingFault) return error;
  const code = toNetworkFault(error);
  if (code) return new OutgoingFault(code, { mayHaveArrived });
  const text = error instanceof Error ? error.message : String(error);
  return new OutgoingFault('other', { values: { text }, mayHaveArrived });
}

/** Named, since Node's own words may hold an address that is a secret. */
function toNetworkFault(error: unknown): Fault['code'] | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, originalCode } = error as Error & { code?: unknown; originalCode?: unknown };
  const name = String(originalCode ?? code);
  if (/^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|HOSTNAME_|EPROTO)/.test(name))
    return 'no-trust';
  return networkFaults[name];
}

const networkFaults: Record<string, Fault['code']> = {
  ENOTFOUND: 'no-host',
  EAI_AGAIN: 'no-host',
  EDNS: 'no-host',
  ECONNREFUSED: 'no-connection',
  EHOSTUNREACH: 'no-connection',
  ENETUNREACH: 'no-connection',
  ETIMEDOUT: 'timeout',
  EABORT: 'timeout',
  ECONNRESET: 'broken-off',
  EPIPE: 'broken-off',
  ECONNECTION: 'broken-off',
};
