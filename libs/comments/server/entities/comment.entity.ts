import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Mention, Source } from '@plenary/comments/domain';
import { CommentThreadEntity } from './comment-thread.entity.js';

@Entity('comment')
@Index('ix_comment_thread', ['threadId', 'createdAt'])
@Check('ck_comment_source', `"entered_source" IN ('email', 'phone', 'letter', 'meeting', 'other', 'file')`)
export class CommentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_comment' })
  id!: string;

  @Column('uuid', { name: 'thread_id' })
  @ForeignKey(() => CommentThreadEntity, { name: 'fk_comment_thread' })
  threadId!: string;

  @Column('uuid', { name: 'author_id' })
  @Index('ix_comment_author')
  authorId!: string;

  /** For which the author spoke. */
  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  /** Empty when it was deleted. */
  @Column('text')
  text!: string;

  @Column('text')
  language!: string;

  /** Those in the text whom its author may find. */
  @Column('jsonb', { default: [] })
  mentions!: readonly Mention[];

  @Column('text', { name: 'entered_name', nullable: true })
  enteredName!: string | null;

  @Column('uuid', { name: 'entered_organisation_id', nullable: true })
  enteredOrganisationId!: string | null;

  @Column('text', { name: 'entered_source', nullable: true })
  enteredSource!: Source | null;

  /** The name of the file in which it came. */
  @Column('text', { name: 'entered_file', nullable: true })
  enteredFile!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'edited_at', precision: 3, nullable: true })
  editedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'deleted_at', precision: 3, nullable: true })
  deletedAt!: Date | null;

  @Column('uuid', { name: 'deleted_by', nullable: true })
  deletedBy!: string | null;
}
