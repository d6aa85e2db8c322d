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
}

/** Defines a deed. Every definition is registered, so that the page shows and the spec tries all of them. */
export function defineDeed(name: string, by: Deed['by']): Deed {
  const deed = { name, by };
  definedDeeds.set(name, deed);
  return deed;
}

/** All deeds defined so far, by name, in the order of their rooms. */
export const definedDeeds = new Map<string, Deed>();
