import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { HistoryRight, OwnerKind, Stage } from '@plenary/statements/domain';

@Entity('statement')
@Index('ix_statement_updated', ['updatedAt', 'id'])
@Check(
  'ck_statement_owner',
  `"owner_kind" IN ('coalition', 'group') AND ("owner_kind" = 'group') = ("group_id" IS NOT NULL)`,
)
@Check('ck_statement_history_right', `"history_right" IN ('read', 'comment', 'edit')`)
@Check('ck_statement_stage', `"stage" IN ('drafting')`)
export class StatementEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_statement' })
  id!: string;

  @Column('text')
  title!: string;

  @Column('text', { name: 'owner_kind' })
  ownerKind!: OwnerKind;

  @Column('uuid', { name: 'group_id', nullable: true })
  @Index('ix_statement_group')
  groupId!: string | null;

  @Column('text')
  language!: string;

  @Column('text')
  stage!: Stage;

  /** With which right its history is seen (STM-22). */
  @Column('text', { name: 'history_right', default: 'edit' })
  historyRight!: HistoryRight;

  /** Derived from the text after commits; may lag, can be counted anew. */
  @Column('integer', { name: 'word_count', default: 0 })
  wordCount!: number;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  /** When title or text last changed. */
  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt!: Date;
}
