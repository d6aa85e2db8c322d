import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CollabDocumentEntity } from './collab-document.entity.js';

/** Up to which row of the journal something that a room derives from a text was made and kept. */
@Entity('collab_projection')
export class CollabProjectionEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_collab_projection' })
  name!: string;

  @PrimaryColumn('text', { name: 'document_id', primaryKeyConstraintName: 'pk_collab_projection' })
  @ForeignKey(() => CollabDocumentEntity, { name: 'fk_collab_projection_document' })
  documentId!: string;

  /** 0: never yet. */
  @Column('bigint')
  seq!: string;

  /** How often it has failed since it last succeeded. */
  @Column('integer', { default: 0 })
  attempts!: number;

  /** After a failure: not tried before by the sweep. */
  @Column({ type: 'timestamptz', precision: 3, name: 'due_at', nullable: true })
  dueAt!: Date | null;
}
