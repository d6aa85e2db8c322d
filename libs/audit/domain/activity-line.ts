import type { ActivityName } from './activity.js';

interface Named {
  readonly kind: string;
  readonly id: string;
}

/** What only coordinators do, and always for the coalition. */
export const forCoalition: readonly ActivityName[] = [
  'coalition.set-up',
  'coalition.changed',
  'coalition.role-given',
  'coalition.role-withdrawn',
  'organisation.added',
  'organisation.state-changed',
  'organisation.merged',
  'organisation.list-imported',
  'organisation.people-written-to',
  'organisation.list-exported',
  'organisation.application-noted',
  'group.created',
  'group.archived',
  'group.reopened',
  'look.begun',
  'look.ended',
  'person.device-recovery',
];
/** Of an invitation to an organisation the subject is the organisation. */
export const coalitionSubjects: readonly string[] = ['coalition', 'invitation'];

/**
 * AUD-5: whether an act was one of the organisation for which its person speaks. What a coordinator does for the
 * coalition, or to another organisation, is not their own organisation's doing.
 */
export function isInNameOf(organisationId: string, name: ActivityName, subject: Named): boolean {
  if (forCoalition.includes(name) || coalitionSubjects.includes(subject.kind)) return false;
  return subject.kind !== 'organisation' || subject.id === organisationId;
}

/** Whom else an event names, besides its subject and its person: the one that goes on, or who is given a right. */
export function othersIn(name: ActivityName, payload: object): Named | null {
  const { into, subjectKind, subjectId } = payload as Record<string, string | null | undefined>;
  if (name === 'organisation.merged' && into) return { kind: 'organisation', id: into };
  if (!name.startsWith('statement.right-') || !subjectKind || !subjectId) return null;
  return ['person', 'organisation', 'group'].includes(subjectKind)
    ? { kind: subjectKind, id: subjectId }
    : null;
}

/** Which parts of a thing were changed, by their names; their contents are not told. */
export function fieldsIn(payload: object): string[] {
  const { fields } = payload as { fields?: unknown };
  return Array.isArray(fields) ? fields.filter((each): each is string => typeof each === 'string') : [];
}

/** Words of a change that have another name in its event than on the page. */
export function moreDetails(name: ActivityName, payload: object): Record<string, string | boolean> {
  const said = payload as Record<string, unknown>;
  const { coalitionRole, subjectKind, subjectId, addresses, unlisted } = said;
  if (name === 'invitation.made' && typeof coalitionRole === 'string') return { coalitionRole };
  if (name === 'organisation.list-exported') {
    return { ...(addresses === true ? { addresses } : {}), ...(unlisted === true ? { unlisted } : {}) };
  }
  if (!name.startsWith('statement.right-')) return {};
  if (subjectKind === 'everyone') return { to: 'everyone' };
  return subjectKind === 'role' ? { to: `role.${String(subjectId)}` } : {};
}
