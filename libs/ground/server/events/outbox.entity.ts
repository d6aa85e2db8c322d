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

  /** Some process is telling it, and is given so long; then another takes it up. */
  @Column({ type: 'timestamptz', precision: 3, name: 'leased_until', nullable: true })
  leasedUntil!: Date | null;

  /** It failed at every attempt: it waits for somebody, and the later events of its subject go on. */
  @Column({ type: 'timestamptz', precision: 3, name: 'dead_at', nullable: true })
  @Index('ix_outbox_dead', { where: 'dead_at IS NOT NULL' })
  deadAt!: Date | null;

  /** The kind of error at the last attempt; nothing about people. */
  @Column('text', { nullable: true })
  reason!: string | null;
}
