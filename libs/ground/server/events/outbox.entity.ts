import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Events that have not yet been told to everybody who listens. */
@Entity('outbox')
@Index('ix_outbox_due', ['dueAt', 'eventId'])
export class OutboxEntity {
  @PrimaryColumn('bigint', { name: 'event_id', primaryKeyConstraintName: 'pk_outbox' })
  eventId!: string;

  @Column('integer', { default: 0 })
  attempts!: number;

  @Column({ type: 'timestamptz', precision: 3, name: 'due_at' })
  dueAt!: Date;
}
