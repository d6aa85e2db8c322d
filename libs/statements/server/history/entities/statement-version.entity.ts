import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StatementEntity } from '../../entities/statement.entity.js';

/** A moment of a statement that was given a name. A name is one of a kind within a statement, however it is spelt. */
@Entity('statement_version')
// By `lower(name)`, which only the migration can say.
@Index('uq_statement_version_name', { synchronize: false })
export class StatementVersionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_statement_version' })
  id!: string;

  @Column('uuid', { name: 'statement_id' })
  @ForeignKey(() => StatementEntity, { name: 'fk_statement_version_statement' })
  statementId!: string;

  /** The last row of the journal that is in it. */
  @Column('bigint')
  seq!: string;

  @Column('text')
  name!: string;

  @Column('text')
  note!: string;

  @Column('uuid', { name: 'named_by' })
  namedBy!: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column({ type: 'timestamptz', name: 'named_at', precision: 3 })
  namedAt!: Date;
}
