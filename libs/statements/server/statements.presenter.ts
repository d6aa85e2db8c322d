import { covers, type Right } from '@plenary/ground/kernel';
import type { KnownSubjects } from '@plenary/ground/server';
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
    seesHistory: covers(right, statement.historyRight),
    wordCount: statement.wordCount,
    updatedAt: statement.updatedAt.toISOString(),
    createdAt: statement.createdAt.toISOString(),
  };
}

export function presentRight(
  { subject, right, reasons }: ExplainedRight,
  grants: ReadonlyMap<string, StatementGrantEntity>,
  names: KnownSubjects,
): StatementRightView {
  return {
    subject: isHidden(subject, names)
      ? { kind: subject.kind, id: null, name: null }
      : { ...subject, name: nameOf(subject, names) },
    right,
    reasons: reasons.map((reason) => presentReason(reason, grants, names)),
  };
}

/** ORG-3: an organisation that the viewer, for whom `names` are, may not find. */
export const isHidden = ({ kind, id }: ExplainedRight['subject'], names: KnownSubjects): boolean =>
  kind === 'organisation' && id !== null && !names.has({ kind, id });

export function presentReason(
  reason: RightReason,
  grants: ReadonlyMap<string, StatementGrantEntity>,
  names: KnownSubjects,
): RightReasonView {
  const given = reason.basis === 'grant' ? grants.get(reason.grant.id) : undefined;
  return {
    basis: reason.basis,
    right: reason.right,
    grant: given
      ? {
          id: given.id,
          byName: names.nameOf({ kind: 'person', id: given.grantedBy }),
          at: given.grantedAt.toISOString(),
        }
      : null,
  };
}

const nameOf = ({ kind, id }: ExplainedRight['subject'], names: KnownSubjects): string | null =>
  id === null ? null : names.nameOf({ kind, id });
