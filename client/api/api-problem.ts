import i18next from 'i18next';
import { type Problem, problemSchema } from '../../shared/api/problem.ts';

/** Why a call failed: what the server said, or that it could not be reached (`status` 0). */
export class ApiProblem extends Error {
  readonly status: number;
  /** Stable, for programs: the last part of the problem's type, or `unreachable`. */
  readonly code: string;
  /** What happened and what to do, in the reader's language. */
  readonly sentence: string;
  /** The whole problem document, if one came. */
  readonly problem: Problem | null;

  constructor(status: number, code: string, sentence: string, problem: Problem | null = null) {
    super(sentence);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.sentence = sentence;
    this.problem = problem;
  }

  /** The sentences about single fields of a body, by the field's path without `body.`. */
  get fields(): Readonly<Record<string, string>> {
    const errors = this.problem?.errors ?? [];
    return Object.fromEntries(errors.map(({ path, message }) => [path.replace(/^body\./, ''), message]));
  }
}

/** The problem of a call that got no answer at all. */
export function unreachable(): ApiProblem {
  return new ApiProblem(0, 'unreachable', i18next.t('common:problem.unreachable'));
}

/** Reads a failed answer; one that is no problem document becomes a sentence by its status. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => null));
  if (!parsed.success) {
    const sentence = i18next.t('common:problem.status', { status: response.status });
    return new ApiProblem(response.status, `status-${response.status}`, sentence);
  }
  const problem = parsed.data;
  const code = problem.type.replace(/^urn:baton:problem:/, '');
  return new ApiProblem(response.status, code, joinSentences(problem), problem);
}

/** The title says what happened, the detail what to do; a reader needs both. */
function joinSentences({ title, detail }: Problem): string {
  return `${title}${/[.!?…]$/.test(title) ? '' : '.'} ${detail}`;
}

/** A sentence for whatever was thrown; what is not ours was a defect, and says so. */
export function toSentence(error: unknown): string {
  return error instanceof ApiProblem ? error.sentence : i18next.t('common:problem.defect');
}
