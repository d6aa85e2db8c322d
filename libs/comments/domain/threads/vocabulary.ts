/** What a thread is about: the statement as a whole, one paragraph of it, a passage of its text, or a suggestion. */
export const placeKinds = ['statement', 'paragraph', 'passage', 'suggestion'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/**
 * Who may read a thread: all who may read the statement, those who act for the organisation for which it was begun, or
 * those who may edit the statement and coordinators. Whoever began it always may.
 */
export const audiences = ['readers', 'organisation', 'penholders'] as const;
export type ThreadAudience = (typeof audiences)[number];

/** What came of a thread. */
export const outcomes = ['taken', 'taken_in_part', 'not_taken', 'noted'] as const;
export type Outcome = (typeof outcomes)[number];

/** How words came that somebody enters for somebody else, one by one. */
export const sourcesByHand = ['email', 'phone', 'letter', 'meeting', 'other'] as const;
/** `file`: all that stood in one, brought in together. */
export const sources = [...sourcesByHand, 'file'] as const;
export type SourceByHand = (typeof sourcesByHand)[number];
export type Source = (typeof sources)[number];

/** Whom a comment may mention. */
export const mentionKinds = ['person', 'group', 'organisation'] as const;
export type MentionKind = (typeof mentionKinds)[number];

export const commentLimits = {
  /** Characters of a comment, and of its translation into one language. */
  textLength: 5_000,
  /** Characters of what was decided about a thread. */
  noteLength: 1_000,
  /** Characters of a name of somebody for whom a comment is entered. */
  nameLength: 200,
  mentions: 20,
  /** Threads on one statement, and comments in one thread. */
  threads: 2_000,
  comments: 500,
  /** Characters that are quoted of a passage, and of what stands in front of it and behind it. */
  quoteLength: 500,
  contextLength: 60,
  /** Stretches of a passage, and pieces of consecutive characters that it consists of. */
  stretches: 50,
  pieces: 1_000,
  /** Characters of the first words of a thread, for the margin. */
  beginningLength: 120,
  /** Threads that are marked as read by one request, and people that are offered for a mention. */
  marks: 100,
  mentionable: 10,
} as const;
