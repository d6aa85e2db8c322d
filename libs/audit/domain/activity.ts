import type { EventRecord, Told } from '@plenary/ground/kernel';
import { isCoordinator, type Standing } from '@plenary/organisations/domain';

type Details = Record<string, string | number | boolean>;

/**
 * AUD-3: what of a change is shown to one reader: the parts that the record of its event names, and no others, for a
 * payload holds what its room needs. A reason is written to those whom it concerns: coordinators read it, and focal
 * points where it is about their own organisation.
 */
export function detailsFor(
  scope: ActivityScope,
  event: { readonly record: EventRecord; readonly subjectId: string; readonly payload: object },
): Details {
  const mayKnowWhy =
    scope.kind === 'all' || (scope.kind === 'organisations' && scope.ids.includes(event.subjectId));
  const said = event.payload as Record<string, unknown>;
  const told = event.record.told ?? [];
  return Object.fromEntries(
    told.filter(({ as }) => as !== 'reason' || mayKnowWhy).flatMap((each) => readIn(said, each)),
  ) as Details;
}

function readIn(said: Record<string, unknown>, told: Told): [string, unknown][] {
  const isShown = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
  const read = (...keys: string[]) =>
    keys.flatMap((key): [string, unknown][] => (isShown(said[key]) ? [[key, said[key]]] : []));
  switch (told.as) {
    case 'word':
      return read(told.key, ...(told.and ? [told.and] : []), ...(told.term ?? []));
    case 'change':
      return read(told.key, told.before);
    case 'flag':
      return said[told.key] === true ? read(told.key) : [];
    case 'count':
    case 'reason':
      return read(told.key);
    case 'parts':
    case 'to':
      return [];
  }
}

/** Whose acts somebody may read: everybody's, those about and in the name of some organisations, or nobody's. */
export type ActivityScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'organisations'; readonly ids: readonly string[] }
  | { readonly kind: 'none' };

/** AUD-1: coordinators read everything here; focal points what concerns their own organisations. */
export function scopeOf(standing: Standing): ActivityScope {
  if (isCoordinator(standing)) return { kind: 'all' };
  return standing.focalPointOf.length > 0
    ? { kind: 'organisations', ids: standing.focalPointOf }
    : { kind: 'none' };
}
