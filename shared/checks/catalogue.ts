import type { problems } from '../locales/en/problems.ts';

export type Severity = 'error' | 'warning';

/** Every sentence that may stand in a problem: its code, or the code with a closer wording behind a dot. */
export type SentenceKey = keyof typeof problems;

/**
 * Every problem that a bot may have. Errors stop importing and publishing: what strict reading refuses,
 * and a proof that a customer gets stuck. Warnings are told and may be left. Codes are stable, for programs.
 */
export const catalogue = {
  'not-a-bot-file': 'error',
  'newer-format': 'error',
  'unknown-format': 'error',
  'missing-value': 'error',
  'unknown-field': 'error',
  'wrong-type': 'error',
  'unknown-node-type': 'error',
  'not-allowed': 'error',
  'too-long': 'error',
  'too-short': 'error',
  'too-many': 'error',
  'too-few': 'error',
  'too-high': 'error',
  'too-low': 'error',
  'not-above': 'error',
  'not-whole': 'error',
  'wrong-form': 'error',
  'a-time': 'error',
  'an-interval': 'error',
  'a-timezone': 'error',
  'a-variable-name': 'error',
  'a-slug': 'error',
  'an-asset': 'error',
  'an-id': 'error',
  'a-language': 'error',
  'a-text': 'error',
  'an-image': 'error',
  'a-link': 'error',
  'a-url': 'error',
  'a-header-name': 'error',
  'a-date': 'error',
  'an-email': 'error',
  'example-missing': 'error',
  'all-or-any': 'error',
  'phrases-missing': 'error',

  'duplicate-flow': 'error',
  'duplicate-node': 'error',
  'duplicate-edge': 'error',
  'duplicate-option': 'error',
  'duplicate-variable': 'error',
  'duplicate-department': 'error',
  'duplicate-language': 'error',
  'duplicate-exception': 'error',
  'duplicate-survey': 'error',
  'edge-from-nothing': 'error',
  'edge-to-nothing': 'error',
  'edge-into-trigger': 'error',
  'unknown-port': 'error',
  'port-with-two-edges': 'error',
  'unknown-flow': 'error',
  'flow-without-start': 'error',
  'second-flow-start': 'error',
  'unknown-variable': 'error',
  'read-only-variable': 'error',
  'reserved-variable': 'error',
  'unknown-subject': 'error',
  'unknown-department': 'error',
  'unknown-asset': 'error',
  'secret-not-allowed': 'error',
  'rule-value-missing': 'error',
  'rule-pair-missing': 'error',
  'rule-list-missing': 'error',
  'choice-without-options': 'error',
  'choice-needs-variable': 'error',
  'endless-loop': 'error',

  'no-start': 'warning',
  'no-unknown': 'warning',
  'no-way-to-person': 'warning',
  'person-not-heard': 'warning',
  'no-consent': 'warning',
  'nobody-notified': 'warning',
  'missing-translation': 'warning',
  'no-reply': 'warning',
  'unconnected-start': 'warning',
  'closed-unconnected': 'warning',
  'unavailable-unconnected': 'warning',
  'unreachable-step': 'warning',
  'few-phrases': 'warning',
  'phrase-twice': 'warning',
} as const satisfies Partial<Record<SentenceKey, Severity>>;

export type ProblemCode = keyof typeof catalogue;

/** Whether a word is a problem's code; schemas name a code as the error of a pattern or refinement. */
export function isProblemCode(word: string): word is ProblemCode {
  return Object.hasOwn(catalogue, word);
}
