/** Words of the pages of a statement's history. */
export const writingHistory = ['statements-history', 'statements'];
