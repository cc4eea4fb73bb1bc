export const ratingScales = ['stars', 'smileys', 'thumbs', 'nps', 'effort'] as const;
export type RatingScale = (typeof ratingScales)[number];

/** Lowest and highest value of each scale, both allowed, and up to where a rating is low by default. */
export const ratingRanges: Record<RatingScale, { min: number; max: number; lowUpTo: number }> = {
  stars: { min: 1, max: 5, lowUpTo: 2 },
  smileys: { min: 1, max: 5, lowUpTo: 2 },
  thumbs: { min: 0, max: 1, lowUpTo: 0 },
  // Detractors answer 0 to 6 (Reichheld, 'The One Number You Need to Grow', 2003).
  nps: { min: 0, max: 10, lowUpTo: 6 },
  effort: { min: 1, max: 7, lowUpTo: 3 },
};
