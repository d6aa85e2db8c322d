import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Share } from '@plenary/statements/domain';
import { StatementEntity } from '../../entities/statement.entity.js';

/** A stretch of work, derived from the journal; can be made anew at any time (STM-23). */
@Entity('statement_stretch')
export class StatementStretchEntity {
  @PrimaryColumn('uuid', { name: 'statement_id', primaryKeyConstraintName: 'pk_statement_stretch' })
  @ForeignKey(() => StatementEntity, { name: 'fk_statement_stretch_statement' })
  statementId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_statement_stretch' })
  number!: number;

  @Column('bigint', { name: 'first_seq' })
  firstSeq!: string;

  @Column('bigint', { name: 'last_seq' })
  lastSeq!: string;

  @Column({ type: 'timestamptz', name: 'begun_at', precision: 3 })
  begunAt!: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', precision: 3 })
  endedAt!: Date;

  @Column('boolean', { name: 'gap_before' })
  gapBefore!: boolean;

  @Column('jsonb')
  shares!: readonly Share[];
}
