/** How far a deed reaches: to everything of its kind, or to what is one's own (organisation, group, account). */
export type Reach = 'all' | 'own';

/**
 * Something that can be done in the house, and in which capacities: the one table behind the page of rights and the
 * spec that tries every door. The rules that refuse stand in the rooms; the spec holds both against each other.
 */
export interface Deed {
  /** `<noun>.<verb>`, as the page of rights names it. */
  readonly name: string;
  /** Capacity to reach; a capacity that is not here does not allow it. */
  readonly by: Readonly<Record<string, Reach>>;
  /** Under which heading it stands; null for what is on no page. */
  readonly chapter: string | null;
}

/**
 * Headings that are no room's own: what everybody does for themselves stands first, seeing what goes on last. Others are
 * named by their room, which has words for them: `chapter.<name>` and `may.<name>`.
 */
export const chapters = { first: 'oneself', last: 'watch' } as const;

/**
 * Whether one of the deeds is allowed to somebody: `held` is everything that they are, `own` the capacities through which
 * the one that it is done to is theirs.
 */
export const allowedTo = (
  deeds: readonly Deed[],
  held: Iterable<string>,
  own: Iterable<string> = [],
): boolean => {
  const [everywhere, here] = [[...held], [...own]];
  return deeds.some(
    ({ by }) =>
      everywhere.some((capacity) => by[capacity] === 'all') ||
      here.some((capacity) => by[capacity] !== undefined),
  );
};

/**
 * Defines a deed, whose words stand as `deed.<name>` in the room's `messages/deeds`. Every definition is registered, so
 * that the page shows and the spec tries all of them.
 */
export function defineDeed(name: string, by: Deed['by'], chapter: string | null = null): Deed {
  const deed = { name, by, chapter };
  definedDeeds.set(name, deed);
  return deed;
}

/** Those that some capacity allows, by their headings. */
export function deedsByChapter(): Deed[] {
  const shown = [...definedDeeds.values()].filter(({ by, chapter }) => chapter && Object.keys(by).length > 0);
  const { first, last } = chapters;
  const named = new Set(
    shown.map(({ chapter }) => chapter).filter((each) => each !== first && each !== last),
  );
  return [first, ...named, last].flatMap((chapter) => shown.filter((deed) => deed.chapter === chapter));
}

/** All deeds defined so far, by name, in the order of their rooms. */
export const definedDeeds = new Map<string, Deed>();
