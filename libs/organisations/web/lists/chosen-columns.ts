/** Columns as the address has them: absent for the usual ones, `name` alone for no other. */
export const columnsIn = (search: { columns?: string }, usual: readonly string[]): readonly string[] =>
  search.columns?.split(',') ?? usual;

export const columnsFor = (keys: readonly string[], usual: readonly string[]): string | undefined =>
  keys.join() === usual.join() ? undefined : keys.join() || 'name';
