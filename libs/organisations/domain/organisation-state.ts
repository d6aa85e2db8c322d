import { oneLine } from '@plenary/ground/kernel';
import { organisationLimits, type Listing, type OrganisationState } from './vocabulary.js';

/** ORG-10: the ways that an organisation can go from its page, each on record with who and why. */
const ways: Record<OrganisationState, readonly OrganisationState[]> = {
  // Decided where its applicant is answered (ORG-14).
  applied: [],
  // Looked at again, as every application is: it is never accepted unseen.
  refused: ['applied'],
  active: ['suspended', 'left'],
  suspended: ['active', 'left'],
  left: ['active'],
  // Who is in it now is in the other one.
  merged: [],
};

export const directStates = (from: OrganisationState): readonly OrganisationState[] => ways[from];

/** ORG-10: what takes something away from people has to be explained to them. */
export const needsReason = (to: OrganisationState): boolean => to !== 'active';

/** ORG-10, for an act upon several: applications are decided one by one, where their applicant is answered. */
export const mayGo = (from: OrganisationState, to: OrganisationState): boolean =>
  to !== 'applied' && directStates(from).includes(to);

/** A change of state as it stands on record. */
export interface StateChange {
  readonly state: OrganisationState;
  readonly before: OrganisationState;
  /** Who made it; null for the system. */
  readonly by: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The change that this one took back. */
  readonly takesBack?: string;
}

/**
 * ORG-21: a change can be undone by who made it, for an hour, while it is the last one. It then leads to where the
 * organisation was, for instance from `left` to `suspended`, where no other way leads. An applicant was answered, so
 * that there is no way back into the queue; the people of a merged one are the other's; and what undid a change is not
 * undone itself, since doing it anew asks for its reason.
 */
export function mayUndo(
  last: StateChange | null,
  now: { readonly state: OrganisationState; readonly personId: string; readonly at: number },
): boolean {
  return (
    last !== null &&
    last.state === now.state &&
    last.before !== 'applied' &&
    last.state !== 'merged' &&
    last.takesBack === undefined &&
    last.by === now.personId &&
    now.at - last.at <= organisationLimits.undoMs
  );
}

/** A reason as it goes on record; none, where nothing was said. */
export const oneReason = (said: string): { readonly reason?: string } => {
  const reason = oneLine(said);
  return reason === '' ? {} : { reason };
};

/** Of the coalition: what only applies or was not accepted has no name that others may not have. */
export const isOfCoalition = (state: OrganisationState): boolean =>
  state !== 'applied' && state !== 'refused';

/** ORG-3: found by everybody, and not only by coordinators and its own people. */
export const isFoundByAll = (organisation: {
  readonly state: OrganisationState;
  readonly listing: Listing;
}): boolean => organisation.listing === 'listed' && isOfCoalition(organisation.state);
