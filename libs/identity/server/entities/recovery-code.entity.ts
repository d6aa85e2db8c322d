import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** A code on paper for whoever lost the second factor; the row goes when it is used. */
@Entity('recovery_code')
export class RecoveryCodeEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_recovery_code' })
  @ForeignKey(() => PersonEntity, { name: 'fk_recovery_code_person' })
  personId!: string;

  /** SHA-256 of the code, hex. */
  @PrimaryColumn('text', { name: 'code_hash', primaryKeyConstraintName: 'pk_recovery_code' })
  codeHash!: string;
}
