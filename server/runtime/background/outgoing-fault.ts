import type { Fault } from '../../store/records.ts';

/** Outgoing work that could not be done, for a reason that we can name. */
export class OutgoingFault extends Error {
  readonly fault: Fault;

  constructor(code: Fault['code'], values?: Fault['values']) {
    super(code);
    this.name = 'OutgoingFault';
    this.fault = { code, ...(values && { values }) };
  }
}

/** Why something failed; what we did not throw ourselves is told in its own words. */
export function toFault(error: unknown): Fault {
  if (error instanceof OutgoingFault) return error.fault;
  return { code: 'other', values: { text: error instanceof Error ? error.message : String(error) } };
}
