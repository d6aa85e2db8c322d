import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { GrantableRight, SubjectKind } from '@plenary/statements/domain';
import { StatementEntity } from './statement.entity.js';

@Entity('statement_grant')
@Unique('uq_statement_grant_subject', ['statementId', 'subjectKind', 'subjectId'])
@Index('ix_statement_grant_subject', ['subjectKind', 'subjectId'])
@Check(
  'ck_statement_grant_subject_kind',
  `"subject_kind" IN ('everyone', 'role', 'group', 'organisation', 'person')`,
)
@Check('ck_statement_grant_right', `"right" IN ('read', 'comment', 'edit', 'manage')`)
export class StatementGrantEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_statement_grant' })
  id!: string;

  @Column('uuid', { name: 'statement_id' })
  @ForeignKey(() => StatementEntity, { name: 'fk_statement_grant_statement' })
  statementId!: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind!: SubjectKind;

  /** A uuid, a role's name, or empty for everyone (empty and not null, so that the unique key holds). */
  @Column('text', { name: 'subject_id' })
  subjectId!: string;

  @Column('text')
  right!: GrantableRight;

  @Column('uuid', { name: 'granted_by' })
  grantedBy!: string;

  @Column({ type: 'timestamptz', name: 'granted_at', precision: 3 })
  grantedAt!: Date;
}
