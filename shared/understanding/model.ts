/** How sure a match must be: `careful` rather says 'I do not understand', `bold` rather guesses. */
export type Strictness = 'careful' | 'balanced' | 'bold';

/** One trigger of a bot as the model learns it: a text-request, or a negative-feedback with phrases. */
export type TrainingTrigger = {
  readonly flow: string;
  readonly node: string;
  readonly kind: 'text-request' | 'negative-feedback';
  readonly phrases: readonly string[];
  readonly include: readonly 'person'[];
  readonly match: 'meaning' | 'contains' | 'exact';
};

export type TrainingOptions = { readonly languages: readonly string[]; readonly strictness: Strictness };

/** A trigger in a model, its phrases normalised, without doubles and without those that say nothing. */
export type ModelTrigger = TrainingTrigger;

/**
 * What a release knows of its customers' language: plain JSON, stored with the release. What reading needs
 * beyond it (weights, lookup tables) is worked out once from it when the first message comes.
 */
export type Model = {
  readonly version: 1;
  readonly languages: readonly string[];
  readonly strictness: Strictness;
  readonly triggers: readonly ModelTrigger[];
};
