import { In, type EntityManager } from 'typeorm';
import type { OrganisationState } from '@plenary/organisations/domain';
import { OrganisationEntity, type OrganisationsRepository } from '@plenary/organisations/server';

/** A merged one is the last to be meant: its name may have been given anew. */
const place = (state: OrganisationState): number => (state === 'active' ? 0 : state === 'merged' ? 2 : 1);

/** Of merges after merges; the rows point to the last one, so that one step is enough. */
const mostSteps = 5;

/** Which organisation a list means by each of these names (ORG-13); what was merged is what it became (ORG-18). */
export async function knownOrganisations(
  tx: EntityManager,
  organisations: OrganisationsRepository,
  sortNames: readonly string[],
): Promise<Map<string, OrganisationEntity>> {
  const found = await organisations.listNamed(tx, sortNames);
  found.sort((one, other) => place(other.state) - place(one.state));
  const known = new Map(found.map((each) => [each.sortName, each]));
  for (let step = 0; step < mostSteps; step++) {
    const gone = [...known].filter(([, { mergedInto }]) => mergedInto !== null);
    if (gone.length === 0) break;
    const became = await tx.findBy(OrganisationEntity, { id: In(gone.map(([, each]) => each.mergedInto)) });
    for (const [sortName, { mergedInto }] of gone) {
      const next = became.find(({ id }) => id === mergedInto);
      if (next) known.set(sortName, next);
    }
  }
  return known;
}
