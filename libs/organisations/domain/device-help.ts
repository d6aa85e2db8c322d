import type { Standing } from './standing.js';

/** Since when somebody holds the roles that count here; milliseconds since 1970. */
export interface HelperRoles {
  readonly personId: string;
  readonly coordinatorSince: number | null;
  /** By active organisation. */
  readonly focalPointSince: ReadonlyMap<string, number>;
}

/** Whoever is made a helper for the occasion is none: a stolen account could make its own second. Days. */
export const helperDays = 7;

/**
 * ORG-22: who may say that somebody lost the device. Coordinators for everybody; focal points of an organisation for
 * which the person acts, as long as the person has no role in the coalition. The helper has had the role for seven days
 * when the first of the two spoke.
 * @param begunAt when that was; now, for the first one. Milliseconds since 1970.
 */
export function mayHelpWithDevice(helper: HelperRoles, person: Standing, begunAt: number): boolean {
  if (helper.personId === person.personId) return false;
  const latest = begunAt - helperDays * 86_400_000;
  const isLong = (since: number | null | undefined) => typeof since === 'number' && since <= latest;
  if (isLong(helper.coordinatorSince)) return true;
  if (person.coalitionRoles.length > 0) return false;
  return person.organisationIds.some((id) => isLong(helper.focalPointSince.get(id)));
}
