import { compileBot } from '../../../shared/graph/compile.ts';
import { toReadingTriggers } from '../../../shared/graph/to-reading-triggers.ts';
import { type BotFile, draftFileSchema } from '../../../shared/kinds/document.ts';
import type { Model } from '../../../shared/understanding/model.ts';
import { trainModel } from '../../../shared/understanding/train.ts';

/** Trains the model that reads the messages of a strictly read bot file. The server does it in a thread. */
export function toModel(file: BotFile): Model {
  const release = compileBot(draftFileSchema.parse(file));
  const { languages, understanding } = file.bot;
  return trainModel(toReadingTriggers(release), { languages, strictness: understanding.strictness });
}
