import type { Effect } from '../../../shared/schema/effect.ts';
import type { Writing } from '../writing.ts';
import { performCancelTimer } from './cancel-timer.ts';
import type { Perform } from './effect.ts';
import { performHandler } from './handler.ts';
import { performHttp } from './http.ts';
import { performNotify } from './notify.ts';
import { performRecord } from './record.ts';
import { performRemember } from './remember.ts';
import { performSay } from './say.ts';
import { performTag } from './tag.ts';
import { performTicket } from './ticket.ts';
import { performTimer } from './timer.ts';

/** Who carries out which effect. */
const performers: { [Type in Effect['type']]: Perform<Type> } = {
  say: performSay,
  handler: performHandler,
  notify: performNotify,
  timer: performTimer,
  'cancel-timer': performCancelTimer,
  http: performHttp,
  ticket: performTicket,
  remember: performRemember,
  tag: performTag,
  record: performRecord,
};

/** Carries out the effects of a step, in order, within the turn that is being written. */
export function performEffects(effects: readonly Effect[], writing: Writing): void {
  for (const effect of effects) perform(effect, writing);
}

function perform<Type extends Effect['type']>(
  effect: Extract<Effect, { type: Type }>,
  writing: Writing,
): void {
  const performer = performers[effect.type as Type] as Perform<Type>;
  performer(effect, writing);
}
