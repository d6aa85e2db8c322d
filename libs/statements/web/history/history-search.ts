export const historyViews = ['steps', 'compare', 'authors', 'unread'] as const;
export type HistoryView = (typeof historyViews)[number];

/** What of the history is shown, as its address says it; the usual is left out. */
export interface HistorySearch {
  readonly view?: HistoryView;
  /** Number of a stretch of work; absent for the last one. */
  readonly step?: number;
  /** Id of a named version, in place of a stretch. */
  readonly version?: string;
  /** Rows of the moments that are compared; `from` 0 is before anything was written. */
  readonly from?: number;
  readonly to?: number;
  /** Two moments in one text although there is room for two. */
  readonly as?: 'inline';
}

/** Reads an address; what is none of ours is left out. */
export function historySearch(raw: Record<string, unknown>): HistorySearch {
  const whole = (value: unknown, least: number): number | undefined =>
    Number.isSafeInteger(value) && (value as number) >= least ? (value as number) : undefined;
  const version = raw['version'];
  const found = {
    view: historyViews.find((each) => each === raw['view']),
    step: whole(raw['step'], 1),
    version: typeof version === 'string' && /^[0-9a-f-]{36}$/.test(version) ? version : undefined,
    from: whole(raw['from'], 0),
    to: whole(raw['to'], 1),
    as: raw['as'] === 'inline' ? ('inline' as const) : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
