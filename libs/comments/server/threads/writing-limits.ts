/** COM-11: acts of one person per ten minutes; a penholder decides three hundred threads in a night, and more in none. */
export const writingLimits = {
  /** New words, edits and translations. */
  words: ['comment-words', 200, 600],
  /** Deciding and taking away. */
  acts: ['comment-acts', 600, 600],
} as const;
