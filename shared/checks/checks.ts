import type { BotIndex } from './bot-index.ts';
import { choiceQuestions } from './errors/choice-questions.ts';
import { duplicateIds } from './errors/duplicate-ids.ts';
import { edges } from './errors/edges.ts';
import { endlessLoops } from './errors/endless-loops.ts';
import { flowStarts } from './errors/flow-starts.ts';
import { references } from './errors/references.ts';
import { rules } from './errors/rules.ts';
import { variables } from './errors/variables.ts';
import type { Finding } from './problem.ts';
import { beginnings } from './warnings/beginnings.ts';
import { handoffs } from './warnings/handoffs.ts';
import { noReply } from './warnings/no-reply.ts';
import { phrases } from './warnings/phrases.ts';
import { translations } from './warnings/translations.ts';
import { unreachableSteps } from './warnings/unreachable-steps.ts';

/** Looks at a whole bot for one sort of problem. It may be half-finished, and no check changes it. */
export type Check = (bot: BotIndex) => Finding[];

/** What strict reading refuses beyond shape and limits. A new check is one file and one line here. */
export const errorChecks: readonly Check[] = [
  duplicateIds,
  edges,
  references,
  flowStarts,
  variables,
  choiceQuestions,
  rules,
  endlessLoops,
];

/** What a designer should know and may leave. */
export const warningChecks: readonly Check[] = [
  beginnings,
  handoffs,
  noReply,
  unreachableSteps,
  phrases,
  translations,
];
