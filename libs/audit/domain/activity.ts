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
  'invitation.made',
  'invitation.used',
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
