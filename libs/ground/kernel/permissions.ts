/** How far a permission reaches: to everything of its kind, or to what is one's own (organisation, group, account). */
export type Reach = 'all' | 'own';

/**
 * Something that can be done in the house, and in which capacities: the one table behind the page of rights and the
 * spec that tries every door. The rules that refuse stand in the rooms; the spec holds both against each other.
 */
export interface Permission {
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
 * Whether somebody has one of the permissions: `held` is everything that they are, `own` the capacities through which
 * the one that it is done to is theirs.
 */
export const allowedTo = (
  permissions: readonly Permission[],
  held: Iterable<string>,
  own: Iterable<string> = [],
): boolean => {
  const [everywhere, here] = [[...held], [...own]];
  return permissions.some(
    ({ by }) =>
      everywhere.some((capacity) => by[capacity] === 'all') ||
      here.some((capacity) => by[capacity] !== undefined),
  );
};

/**
 * Defines a permission, whose words stand as `permission.<name>` in the room's `messages/permissions`. Every definition
 * is registered, so that the page shows and the spec tries all of them.
 */
export function definePermission(
  name: string,
  by: Permission['by'],
  chapter: string | null = null,
): Permission {
  const permission = { name, by, chapter };
  definedPermissions.set(name, permission);
  return permission;
}

/** Those that some capacity allows, by their headings. */
export function permissionsByChapter(): Permission[] {
  const shown = [...definedPermissions.values()].filter(
    ({ by, chapter }) => chapter && Object.keys(by).length > 0,
  );
  const { first, last } = chapters;
  const named = new Set(
    shown.map(({ chapter }) => chapter).filter((each) => each !== first && each !== last),
  );
  return [first, ...named, last].flatMap((chapter) =>
    shown.filter((permission) => permission.chapter === chapter),
  );
}

/** All permissions defined so far, by name, in the order of their rooms. */
export const definedPermissions = new Map<string, Permission>();
