/** One row of the journal, as far as the history of a statement tells of it. */
export interface Act {
  readonly seq: number;
  readonly at: Date;
  /** Null for the server's own, such as the words with which a statement was begun. */
  readonly personId: string | null;
  /** For which it was written (ORG-2). */
  readonly organisationId: string | null;
  readonly added: number;
  readonly removed: number;
  /** Where: ids of segments of the text. */
  readonly segments: Iterable<string>;
  /** Under which client ids and numbers: `[client, from, to]`, without `to`. */
  readonly ranges: readonly Range[];
}

export type Range = readonly [client: number, from: number, to: number];

/** What one person did within a stretch, for one organisation. */
export interface Share {
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly added: number;
  readonly removed: number;
  /** Number of the last row that did something there, by segment. */
  readonly segments: Readonly<Record<string, number>>;
  readonly ranges: readonly Range[];
}

/** A stretch of work: what was written without a longer pause, by one person or by several at once. */
export interface Stretch {
  /** From 1, without gaps. */
  readonly number: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly begunAt: Date;
  readonly endedAt: Date;
  /** Rows are missing in front of it. */
  readonly gapBefore: boolean;
  /** In the order in which they came to it. */
  readonly shares: readonly Share[];
}

const minute = 60_000;

/** All in milliseconds. */
export const stretchRule = {
  /** Nobody wrote for so long: what comes is another stretch. */
  pause: 5 * minute,
  /** Somebody else joins a stretch only while its people are writing; later it is a stretch of their own. */
  atOnce: 10_000,
  /** One of several people is no longer than that, so that it can still be told what was done in it. */
  longestTogether: 10 * minute,
  longestAlone: 30 * minute,
} as const;

/**
 * STM-23: adds acts, in order, to the last stretch, and begins others. Answers the last stretch as it is now, and all
 * that follow it; only these differ from before.
 */
export function addActs(last: Stretch | null, acts: Iterable<Act>): Stretch[] {
  const found: Stretch[] = last ? [last] : [];
  for (const act of acts) {
    const open = found.at(-1);
    if (open && goesOn(open, act)) found[found.length - 1] = withAct(open, act);
    else found.push(begunBy(act, open));
  }
  return found;
}

function goesOn(open: Stretch, act: Act): boolean {
  const [since, length] = [elapsed(open.endedAt, act.at), elapsed(open.begunAt, act.at)];
  if (act.seq !== open.lastSeq + 1 || since >= stretchRule.pause) return false;
  const isKnown = open.shares.some((share) => isBy(share, act));
  if (isKnown && open.shares.length === 1) return length < stretchRule.longestAlone;
  if (act.personId === null || open.shares.some(({ personId }) => personId === null)) return isKnown;
  return length < stretchRule.longestTogether && (isKnown || since < stretchRule.atOnce);
}

const elapsed = (from: Date, to: Date): number => to.getTime() - from.getTime();

const isBy = (share: Share, { personId, organisationId }: Act): boolean =>
  share.personId === personId && share.organisationId === organisationId;

function begunBy(act: Act, before: Stretch | undefined): Stretch {
  return {
    number: (before?.number ?? 0) + 1,
    ...{ firstSeq: act.seq, lastSeq: act.seq, begunAt: act.at, endedAt: act.at },
    gapBefore: before !== undefined && act.seq !== before.lastSeq + 1,
    shares: [shareOf(act)],
  };
}

function withAct(open: Stretch, act: Act): Stretch {
  const place = open.shares.findIndex((share) => isBy(share, act));
  const shares =
    place < 0
      ? [...open.shares, shareOf(act)]
      : open.shares.map((share, at) => (at === place ? both(share, act) : share));
  // Clocks of several processes differ a little: a stretch never ends before it began.
  const endedAt = act.at > open.endedAt ? act.at : open.endedAt;
  return { ...open, lastSeq: act.seq, endedAt, shares };
}

const shareOf = (act: Act): Share =>
  both(
    {
      ...{ personId: act.personId, organisationId: act.organisationId, added: 0, removed: 0 },
      ...{ segments: {}, ranges: [] },
    },
    act,
  );

function both(share: Share, { seq, added, removed, segments, ranges }: Act): Share {
  const touched = { ...share.segments };
  for (const each of segments) touched[each] = seq;
  const all = [...share.ranges];
  for (const range of ranges) {
    const before = all.findIndex(([client, , to]) => client === range[0] && to === range[1]);
    if (before < 0) all.push(range);
    else all[before] = [range[0], all[before]![1], range[2]];
  }
  return {
    ...share,
    added: share.added + added,
    removed: share.removed + removed,
    segments: touched,
    ranges: all,
  };
}
