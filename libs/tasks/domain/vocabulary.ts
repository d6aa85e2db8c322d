/** Where a task stands. */
export const taskStates = ['to_do', 'doing', 'waiting', 'done'] as const;
export type TaskState = (typeof taskStates)[number];

/** What a task may come from; with the id of that thing, and of paragraphs with the id of the statement, too. */
export const aboutKinds = ['statement', 'paragraph', 'thread', 'suggestion'] as const;
export type AboutKind = (typeof aboutKinds)[number];

export const taskLimits = {
  titleLength: 200,
  notesLength: 5_000,
  /** People who are responsible for one task. */
  people: 20,
  steps: 50,
  stepLength: 200,
  /** Cards of one board that are not done, and of those that are done, the last ones. */
  cards: 1_000,
  doneCards: 100,
  /** Tasks about one statement, beside its text. */
  aboutStatement: 200,
  /** Tasks that are changed together. */
  together: 100,
} as const;
