import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AboutKind, StepView, TaskState } from '@plenary/tasks/domain';

@Entity('task')
@Index('ix_task_board', ['groupId', 'state', 'rank', 'id'])
@Check('ck_task_state', `"state" IN ('to_do', 'doing', 'waiting', 'done')`)
@Check('ck_task_done', `("state" = 'done') = ("done_at" IS NOT NULL)`)
@Check(
  'ck_task_due',
  `("due_time" IS NULL) = ("due_zone" IS NULL) AND ("due_time" IS NULL OR "due_on" IS NOT NULL)`,
)
@Check('ck_task_about', `("about_kind" IS NULL) = ("about_id" IS NULL)`)
export class TaskEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_task' })
  id!: string;

  /** Null on the coalition's own board. */
  @Column('uuid', { name: 'group_id', nullable: true })
  groupId!: string | null;

  @Column('text')
  title!: string;

  @Column('text')
  notes!: string;

  @Column('text')
  state!: TaskState;

  /** Place in the column; compared byte by byte. */
  @Column({ type: 'text', collation: 'C' })
  rank!: string;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Column('text', { name: 'due_time', nullable: true })
  dueTime!: string | null;

  @Column('text', { name: 'due_zone', nullable: true })
  dueZone!: string | null;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  @Index('ix_task_organisation')
  organisationId!: string | null;

  @Column('jsonb')
  steps!: readonly StepView[];

  @Column('text', { name: 'about_kind', nullable: true })
  aboutKind!: AboutKind | null;

  /** Of the statement, thread or suggestion. */
  @Column('uuid', { name: 'about_id', nullable: true })
  aboutId!: string | null;

  @Column('uuid', { name: 'statement_id', nullable: true })
  @Index('ix_task_statement')
  statementId!: string | null;

  @Column('text', { name: 'paragraph_id', nullable: true })
  paragraphId!: string | null;

  @Column('text')
  quote!: string;

  @Column('uuid', { name: 'made_by' })
  madeBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'changed_at', precision: 3 })
  changedAt!: Date;

  @Column({ type: 'timestamptz', name: 'done_at', precision: 3, nullable: true })
  doneAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'deleted_at', precision: 3, nullable: true })
  deletedAt!: Date | null;
}
