import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CollabDocumentEntity } from './collab-document.entity.js';

/** To whom a Yjs client id was given: authorship of every character follows from this (SYNC-12). */
@Entity('collab_client')
export class CollabClientEntity {
  @PrimaryColumn('text', { name: 'document_id', primaryKeyConstraintName: 'pk_collab_client' })
  @ForeignKey(() => CollabDocumentEntity, { name: 'fk_collab_client_document' })
  documentId!: string;

  @PrimaryColumn('bigint', { name: 'client_id', primaryKeyConstraintName: 'pk_collab_client' })
  clientId!: string;

  /** Null for the server itself. */
  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  /** Layout of the text, `textModel` for what is written now; another is not read. */
  @Column('integer', { default: 1 })
  model!: number;
}
