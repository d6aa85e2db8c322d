/** How many characters somebody wrote, for an organisation or for none. */
export interface Written {
  readonly organisationId: string | null;
  readonly characters: number;
}

export interface OrganisationShare extends Written {
  /** Of all, 0 to 1. */
  readonly share: number;
}

/** STM-26: characters by organisation, the most first; together they are everything that stands there. */
export function sharesOf(written: Iterable<Written>): OrganisationShare[] {
  const sums = new Map<string | null, number>();
  for (const { organisationId, characters } of written)
    sums.set(organisationId, (sums.get(organisationId) ?? 0) + characters);
  const all = [...sums.values()].reduce((sum, each) => sum + each, 0);
  return [...sums]
    .filter(([, characters]) => characters > 0)
    .map(([organisationId, characters]) => ({ organisationId, characters, share: characters / all }))
    .sort(
      (one, other) =>
        other.characters - one.characters ||
        (one.organisationId ?? '').localeCompare(other.organisationId ?? ''),
    );
}
