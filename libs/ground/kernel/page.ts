/** All there is of a list, at once. */
export interface List<Item> {
  readonly items: readonly Item[];
}

/** One page of a list; `nextCursor` is opaque and null on the last page. */
export interface Page<Item> extends List<Item> {
  readonly nextCursor: string | null;
}

/** A page that says how many there are in all. */
export interface CountedPage<Item> extends Page<Item> {
  /** Counted up to `pageLimit.counted`, where it says one more; null on later pages, which are counted no more. */
  readonly total: number | null;
}

export const pageLimit = { default: 50, maximum: 200, counted: 10_000 } as const;
