/** What a person may do with one document, from least to most; each includes those before it. */
export const rights = ['none', 'read', 'comment', 'edit', 'manage'] as const;
export type Right = (typeof rights)[number];

/** True when `held` is enough for `wanted`. */
export function covers(held: Right, wanted: Right): boolean {
  return rights.indexOf(held) >= rights.indexOf(wanted);
}

/** The greatest of several rights; `none` for an empty list. */
export function greatest(held: readonly Right[]): Right {
  return held.reduce<Right>((best, next) => (covers(best, next) ? best : next), 'none');
}
