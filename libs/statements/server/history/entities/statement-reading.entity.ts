import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { StatementEntity } from '../../entities/statement.entity.js';

/** What somebody has had on their screens of a statement. */
@Entity('statement_reading')
export class StatementReadingEntity {
  @PrimaryColumn('uuid', { name: 'statement_id', primaryKeyConstraintName: 'pk_statement_reading' })
  @ForeignKey(() => StatementEntity, { name: 'fk_statement_reading_statement' })
  statementId!: string;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_statement_reading' })
  personId!: string;

  /** Paragraph id → number of the last row that it had shown. */
  @Column('jsonb')
  paragraphs!: Readonly<Record<string, number>>;
}
