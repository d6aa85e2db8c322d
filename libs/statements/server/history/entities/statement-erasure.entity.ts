import type { NumberRange } from '@plenary/ground/text';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StatementEntity } from '../../entities/statement.entity.js';

/** Words were taken out of a statement for good: when, by whom and why, without the words (STM-29). */
@Entity('statement_erasure')
@Index('ix_statement_erasure_statement', ['statementId', 'seq'])
export class StatementErasureEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_statement_erasure' })
  id!: string;

  @Column('uuid', { name: 'statement_id' })
  @ForeignKey(() => StatementEntity, { name: 'fk_statement_erasure_statement' })
  statementId!: string;

  /** The row of the journal with which they went. */
  @Column('bigint')
  seq!: string;

  @Column({ type: 'timestamptz', name: 'erased_at', precision: 3 })
  erasedAt!: Date;

  @Column('uuid', { name: 'erased_by' })
  erasedBy!: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column('text')
  reason!: string;

  @Column('integer')
  characters!: number;

  @Column('jsonb')
  paragraphs!: readonly string[];

  /** Numbers of the characters that went, by which later files are known to say something there; never what they were. */
  @Column('jsonb', { default: [] })
  gaps!: readonly NumberRange[];
}
