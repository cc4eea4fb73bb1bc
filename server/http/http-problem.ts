import type { Problem } from '../../shared/api/problem.ts';
import type { ProblemCode } from '../../shared/locales/en/http.ts';

type Extensions = Pick<Problem, 'errors' | 'winner' | 'base' | 'current' | 'problems'>;

interface Details {
  /** Values for the `{{placeholders}}` of the texts. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Further members of the problem document. */
  readonly with?: Extensions;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/**
 * The one error that a call answers on purpose. `code` names its title and detail in
 * `shared/locales/<language>/http.ts` and ends the problem's `type`, for programs.
 */
export class HttpProblem extends Error {
  readonly status: number;
  readonly code: ProblemCode;
  readonly details: Details;

  constructor(status: number, code: ProblemCode, details: Details = {}) {
    super(`${status} ${code}`, { cause: details.cause });
    this.name = 'HttpProblem';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}
