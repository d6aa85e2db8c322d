/** Words of the page of a statement; those for writing are loaded with it. */
export const writing = ['statements', 'statements-writing'];
