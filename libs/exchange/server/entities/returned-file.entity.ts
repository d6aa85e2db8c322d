import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A Word file that came back to a statement: who brought it, and what of it was new. Never the file itself. */
@Entity('returned_file')
@Index('ix_returned_file_statement', ['statementId', 'at', 'id'])
export class ReturnedFileEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_returned_file' })
  id!: string;

  @Column('uuid', { name: 'statement_id' })
  statementId!: string;

  @Column('uuid', { name: 'person_id' })
  @Index('ix_returned_file_person')
  personId!: string;

  @Column('text', { name: 'file_name' })
  fileName!: string;

  /** Of what was read of it: two of the same are one. */
  @Column('text')
  fingerprint!: string;

  /** The row of the journal with which it was compared. */
  @Column('bigint')
  moment!: string;

  @Column('int')
  suggestions!: number;

  @Column('int')
  comments!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ type: 'timestamptz', name: 'taken_back_at', precision: 3, nullable: true })
  takenBackAt!: Date | null;
}
