/** A suggestion is a draft until its author sends it, and open until it is decided about. */
export const suggestionStates = ['draft', 'open', 'accepted', 'rejected', 'withdrawn'] as const;
export type SuggestionState = (typeof suggestionStates)[number];

/** What an organisation thinks of a suggestion; never a ballot. */
export const signals = ['support', 'concern'] as const;
export type Signal = (typeof signals)[number];

export const suggestionLimits = {
  /** Bytes of what one suggestion writes and deletes. */
  updateBytes: 150_000,
  /** Characters of its reason, and of why it was rejected. */
  reasonLength: 2_000,
  /** Places at which one is accepted otherwise than it was suggested. */
  otherWords: 100,
  /** Open ones on one statement, and of one person's drafts there. */
  open: 1_000,
  drafts: 20,
} as const;
