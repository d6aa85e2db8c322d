import type { Right } from '@plenary/ground/kernel';
import type {
  ExplainedRight,
  Grant,
  RightReason,
  RightReasonView,
  StatementOwnerView,
  StatementRightView,
  StatementView,
} from '@plenary/statements/domain';
import type { StatementGrantEntity } from './entities/statement-grant.entity.js';
import type { StatementEntity } from './entities/statement.entity.js';

/** A stored grant as the rules see it. */
export function grantOf(entity: StatementGrantEntity): Grant {
  const { id, subjectKind, right } = entity;
  return { id, subjectKind, subjectId: entity.subjectId === '' ? null : entity.subjectId, right };
}

export function presentStatement(statement: StatementEntity, right: Right, ownerName: string): StatementView {
  const owner: StatementOwnerView = {
    kind: statement.ownerKind,
    groupId: statement.groupId,
    name: ownerName,
  };
  return {
    id: statement.id,
    title: statement.title,
    owner,
    language: statement.language,
    stage: statement.stage,
    right,
    wordCount: statement.wordCount,
    updatedAt: statement.updatedAt.toISOString(),
    createdAt: statement.createdAt.toISOString(),
  };
}

/** Names of the subjects of rights; those that are not in it are shown without one. */
export interface SubjectNames {
  readonly groups: ReadonlyMap<string, string>;
  readonly organisations: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

export function presentRight(
  { subject, right, reasons }: ExplainedRight,
  grants: ReadonlyMap<string, StatementGrantEntity>,
  names: SubjectNames,
): StatementRightView {
  return {
    subject: isHidden(subject, names)
      ? { kind: subject.kind, id: null, name: null }
      : { ...subject, name: nameOf(subject, names) },
    right,
    reasons: reasons.map((reason) => presentReason(reason, grants, names)),
  };
}

/** ORG-3: an organisation that `names`, made for the viewer, does not hold. */
export const isHidden = ({ kind, id }: ExplainedRight['subject'], names: SubjectNames): boolean =>
  kind === 'organisation' && id !== null && !names.organisations.has(id);

export function presentReason(
  reason: RightReason,
  grants: ReadonlyMap<string, StatementGrantEntity>,
  names: SubjectNames,
): RightReasonView {
  const given = reason.basis === 'grant' ? grants.get(reason.grant.id) : undefined;
  return {
    basis: reason.basis,
    right: reason.right,
    grant: given
      ? {
          id: given.id,
          byName: names.people.get(given.grantedBy) ?? null,
          at: given.grantedAt.toISOString(),
        }
      : null,
  };
}

function nameOf({ kind, id }: ExplainedRight['subject'], names: SubjectNames): string | null {
  if (id === null) return null;
  if (kind === 'group') return names.groups.get(id) ?? null;
  if (kind === 'organisation') return names.organisations.get(id) ?? null;
  if (kind === 'person') return names.people.get(id) ?? null;
  return null;
}
