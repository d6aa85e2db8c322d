/** One page of a list; `nextCursor` is opaque and null on the last page. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

export const pageLimit = { default: 50, maximum: 200 } as const;
