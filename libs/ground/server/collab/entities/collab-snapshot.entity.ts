import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CollabDocumentEntity } from './collab-document.entity.js';

/** The state up to a row of the journal, so that opening costs the same however long the journal is (SYNC-5). */
@Entity('collab_snapshot')
export class CollabSnapshotEntity {
  @PrimaryColumn('text', { name: 'document_id', primaryKeyConstraintName: 'pk_collab_snapshot' })
  @ForeignKey(() => CollabDocumentEntity, { name: 'fk_collab_snapshot_document' })
  documentId!: string;

  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'pk_collab_snapshot' })
  seq!: string;

  @Column('bytea')
  state!: Buffer;

  /** SHA-256 of `state`. */
  @Column('bytea')
  checksum!: Buffer;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  /** Layout of the text, `textModel` for what is written now; another is not read. */
  @Column('integer', { default: 1 })
  model!: number;
}
