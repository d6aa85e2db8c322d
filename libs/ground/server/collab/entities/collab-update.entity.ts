import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CollabDocumentEntity } from './collab-document.entity.js';

/** One row of the journal: append-only, numbers dense per document (SYNC-2). */
@Entity('collab_update')
export class CollabUpdateEntity {
  @PrimaryColumn('text', { name: 'document_id', primaryKeyConstraintName: 'pk_collab_update' })
  @ForeignKey(() => CollabDocumentEntity, { name: 'fk_collab_update_document' })
  documentId!: string;

  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'pk_collab_update' })
  seq!: string;

  /** The bytes as received and checked. */
  @Column('bytea')
  data!: Buffer;

  /** Null for the server's own. */
  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  /** First Yjs client id of the update; its author's. Null for an update that only deletes. */
  @Column('bigint', { name: 'client_id', nullable: true })
  clientId!: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  /** Layout of the text, `textModel` for what is written now; another is not read. */
  @Column('integer', { default: 1 })
  model!: number;
}
