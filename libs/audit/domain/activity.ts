import type { Standing } from '@plenary/organisations/domain';

/**
 * AUD-2: what the activity page shows. When somebody signs in, from which device, and how they protect their account
 * is theirs alone and stands in no list, whoever reads it.
 */
export const activityNames = [
  'coalition.set-up',
  'coalition.changed',
  'coalition.role-given',
  'coalition.role-withdrawn',
  'organisation.added',
  'organisation.changed',
  'organisation.state-changed',
  'organisation.merged',
  'organisation.representative-named',
  'organisation.representative-withdrawn',
  'organisation.mandate-given',
  'organisation.mandate-ended',
  'organisation.application-noted',
  'organisation.list-imported',
  'organisation.list-exported',
  'organisation.people-written-to',
  'invitation.made',
  'invitation.used',
  'invitation.renewed',
  'invitation.revoked',
  'group.created',
  'group.changed',
  'group.archived',
  'group.reopened',
  'group.member-joined',
  'group.member-left',
  'group.requested',
  'group.request-declined',
  'statement.created',
  'statement.renamed',
  'statement.right-granted',
  'statement.right-withdrawn',
  'look.begun',
  'look.ended',
  'person.device-recovery',
  'person.left',
  'activity.exported',
] as const;
export type ActivityName = (typeof activityNames)[number];

/**
 * What of a change is shown, by the name of the event: a payload holds what its room needs, and not everybody who
 * reads of a change may read all of it (AUD-3: the titles of a statement are for those who may read it).
 */
export const shownDetails: Readonly<Record<ActivityName, readonly string[]>> = {
  'coalition.set-up': [],
  'coalition.changed': [],
  'coalition.role-given': ['role'],
  'coalition.role-withdrawn': ['role'],
  'organisation.added': ['state'],
  'organisation.changed': [],
  'organisation.state-changed': ['state', 'before', 'reason'],
  'organisation.merged': ['reason'],
  'organisation.representative-named': ['role'],
  'organisation.representative-withdrawn': [],
  'organisation.mandate-given': ['kind', 'alternate', 'from', 'until'],
  'organisation.mandate-ended': ['kind'],
  'organisation.application-noted': [],
  'organisation.list-imported': ['organisations', 'people'],
  'organisation.list-exported': ['lines'],
  'organisation.people-written-to': ['people'],
  'invitation.made': ['role'],
  'invitation.used': [],
  'invitation.renewed': [],
  'invitation.revoked': [],
  'group.created': ['access'],
  'group.changed': [],
  'group.archived': [],
  'group.reopened': [],
  'group.member-joined': ['role'],
  'group.member-left': [],
  'group.requested': [],
  'group.request-declined': [],
  'statement.created': [],
  'statement.renamed': [],
  'statement.right-granted': ['right', 'before'],
  'statement.right-withdrawn': ['right'],
  'look.begun': ['reason'],
  'look.ended': [],
  'person.device-recovery': ['step'],
  'person.left': [],
  'activity.exported': ['lines'],
};

/** AUD-2: the steps of a recovery after these are taken by a sign-in, and would tell of it. */
export const shownRecoverySteps = ['begun', 'confirmed', 'operator'] as const;

type Details = Record<string, string | number | boolean>;

/**
 * AUD-3: the words of a change for one reader. A reason is written to those whom it concerns: coordinators read it, and
 * focal points where it is about their own organisation.
 */
export function detailsFor(
  scope: ActivityScope,
  event: { readonly name: ActivityName; readonly subjectId: string; readonly payload: object },
): Details {
  const mayKnowWhy =
    scope.kind === 'all' || (scope.kind === 'organisations' && scope.ids.includes(event.subjectId));
  const shown = shownDetails[event.name].filter((key) => key !== 'reason' || mayKnowWhy);
  const entries = Object.entries(event.payload).filter(
    ([key, value]) => shown.includes(key) && ['string', 'number', 'boolean'].includes(typeof value),
  );
  return Object.fromEntries(entries) as Details;
}

/** Whose acts somebody may read: everybody's, those about and in the name of some organisations, or nobody's. */
export type ActivityScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'organisations'; readonly ids: readonly string[] }
  | { readonly kind: 'none' };

/** AUD-1: coordinators read everything here; focal points what concerns their own organisations. */
export function scopeOf(standing: Standing): ActivityScope {
  if (standing.coalitionRoles.includes('coordinator')) return { kind: 'all' };
  return standing.focalPointOf.length > 0
    ? { kind: 'organisations', ids: standing.focalPointOf }
    : { kind: 'none' };
}
