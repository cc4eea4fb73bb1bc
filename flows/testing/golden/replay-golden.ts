import { compileBot, type Release } from '../../../shared/graph/compile.ts';
import { step } from '../../../shared/interpreter/step.ts';
import { draftFileSchema } from '../../../shared/kinds/document.ts';
import { findDifference } from '../../../shared/lib/find-difference.ts';
import type { State } from '../../../shared/schema/state.ts';
import { type GoldenConversation, type GoldenLog, toEffectsMark, toFirstState } from './golden-log.ts';

/** The bot of a log as it ran then. */
export function toGoldenRelease({ bot }: GoldenLog): Release {
  return compileBot(draftFileSchema.parse(bot), 1);
}

/** Does every event of a conversation again; a sentence about the first thing that is not as it was, or null. */
export function replayGolden(release: Release, conversation: GoldenConversation): string | null {
  let state = toFirstState(conversation);
  for (const [index, golden] of conversation.events.entries()) {
    const after = step(release, state, golden.event, golden.facts);
    state = JSON.parse(JSON.stringify(after.state)) as State;
    const where = `“${conversation.name}”, event ${index + 1} (${golden.event.type})`;
    const difference = findDifference(golden.state, state);
    if (difference) {
      const { path, wanted, found } = difference;
      return `${where}: the state at ${path} was ${JSON.stringify(wanted)}, is ${JSON.stringify(found)}`;
    }
    const effects = toEffectsMark(after.effects);
    if (effects !== golden.effects)
      return `${where}: the effects were ${golden.effects}, are ${effects}: ${JSON.stringify(after.effects)}`;
  }
  return null;
}
