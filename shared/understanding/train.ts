import { normalise } from '../text/normalise.ts';
import type { Model, TrainingOptions, TrainingTrigger } from './model.ts';
import { setAside } from './set-aside.ts';

/** Makes the model of a release from its triggers; the same triggers always give the same model. */
export function trainModel(triggers: readonly TrainingTrigger[], options: TrainingOptions): Model {
  return {
    version: 1,
    languages: [...options.languages],
    strictness: options.strictness,
    triggers: triggers.map((trigger) => ({ ...trigger, phrases: toPhrases(trigger) })),
  };
}

/** A phrase by meaning is judged without its values, as the message will be; the others are taken literally. */
function toPhrases({ phrases, match }: TrainingTrigger): string[] {
  const normal = phrases.map((phrase) => {
    const whole = normalise(phrase);
    return match === 'meaning' ? normalise(setAside(phrase).rest) || whole : whole;
  });
  return [...new Set(normal)].filter((phrase) => phrase !== '');
}
