import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A co-written text: its kind is the part of the id before the colon. */
@Entity('collab_document')
export class CollabDocumentEntity {
  /** `kind:uuid`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_collab_document' })
  id!: string;

  /** Raised when the text was purged or restored: older copies never merge (SYNC-24). */
  @Column('integer')
  epoch!: number;

  /** Number of the last row of the journal. */
  @Column('bigint')
  seq!: string;

  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt!: Date;

  /** Layout of the text, `textModel` for what is written now; another is not read. */
  @Column('integer', { default: 1 })
  model!: number;

  /** The first row that counts; what is below is of an older model and stays for the record. 0: all count. */
  @Column('bigint', { default: 0 })
  floor!: string;
}
