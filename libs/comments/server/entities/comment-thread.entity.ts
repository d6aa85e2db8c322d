import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Anchor, AnchorPrint } from '@plenary/ground/text';
import type { Outcome, PlaceKind, ThreadAudience } from '@plenary/comments/domain';

@Entity('comment_thread')
@Index('ix_comment_thread_changed', ['statementId', 'changedAt', 'id'])
@Check('ck_comment_thread_place', `"place_kind" IN ('statement', 'paragraph', 'passage', 'suggestion')`)
@Check('ck_comment_thread_suggestion', `("place_kind" = 'suggestion') = ("suggestion_id" IS NOT NULL)`)
@Check('ck_comment_thread_audience', `"audience" IN ('readers', 'organisation', 'penholders')`)
@Check('ck_comment_thread_organisation', `"audience" <> 'organisation' OR "organisation_id" IS NOT NULL`)
@Check(
  'ck_comment_thread_outcome',
  `"outcome" IN ('taken', 'taken_in_part', 'not_taken', 'noted') AND ("outcome" IS NULL) = ("resolved_at" IS NULL)`,
)
export class CommentThreadEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_comment_thread' })
  id!: string;

  @Column('uuid', { name: 'statement_id' })
  statementId!: string;

  @Column('text', { name: 'place_kind' })
  placeKind!: PlaceKind;

  /** Of a passage: its characters, and what they were when the thread was begun. */
  @Column('jsonb', { nullable: true })
  anchor!: Anchor | null;

  @Column('jsonb', { nullable: true })
  print!: AnchorPrint | null;

  @Column('text', { name: 'paragraph_id', nullable: true })
  paragraphId!: string | null;

  /** No key of the other table: a thread is about the statement, and outlives nothing of it. */
  @Column('uuid', { name: 'suggestion_id', nullable: true })
  suggestionId!: string | null;

  @Column('text')
  quote!: string;

  @Column('text')
  before!: string;

  @Column('text')
  after!: string;

  @Column('text')
  audience!: ThreadAudience;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  @Index('ix_comment_thread_organisation')
  organisationId!: string | null;

  @Column('uuid', { name: 'begun_by' })
  begunBy!: string;

  @Column('text', { nullable: true })
  outcome!: Outcome | null;

  @Column('text', { name: 'outcome_note', default: '' })
  outcomeNote!: string;

  @Column('uuid', { name: 'resolved_by', nullable: true })
  resolvedBy!: string | null;

  /** For which they spoke. */
  @Column('uuid', { name: 'resolved_for', nullable: true })
  resolvedFor!: string | null;

  @Column({ type: 'timestamptz', name: 'resolved_at', precision: 3, nullable: true })
  resolvedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  /** When something was last written or decided; every comment is later than the one before it. */
  @Column({ type: 'timestamptz', name: 'changed_at', precision: 3 })
  changedAt!: Date;
}
