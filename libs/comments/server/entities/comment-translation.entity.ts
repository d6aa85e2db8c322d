import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CommentEntity } from './comment.entity.js';

@Entity('comment_translation')
export class CommentTranslationEntity {
  @PrimaryColumn('uuid', { name: 'comment_id', primaryKeyConstraintName: 'pk_comment_translation' })
  @ForeignKey(() => CommentEntity, { name: 'fk_comment_translation_comment' })
  commentId!: string;

  /** BCP 47 */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_comment_translation' })
  language!: string;

  @Column('text')
  text!: string;

  @Column('uuid', { name: 'translated_by' })
  @Index('ix_comment_translation_by')
  translatedBy!: string;

  /** For which they spoke. */
  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
}
