import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The answer that a command got; a second arrival gets the same. */
@Entity('command_receipt')
@Index('ix_command_receipt_at', ['at'])
export class CommandReceiptEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_command_receipt' })
  personId!: string;

  @PrimaryColumn('uuid', { name: 'command_id', primaryKeyConstraintName: 'pk_command_receipt' })
  commandId!: string;

  /** SHA-256 of what was asked, so that one id cannot stand for two commands. */
  @Column('text')
  digest!: string;

  @Column('jsonb', { nullable: true })
  answer!: unknown;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
}
