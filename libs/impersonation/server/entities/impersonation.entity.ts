import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A coordinator sees Plenary as somebody else does, for a while; stays on record. */
@Entity('look')
export class ImpersonationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_look' })
  id!: string;

  /** Who impersonates. */
  @Column('uuid', { name: 'coordinator_id' })
  @Index('ix_look_coordinator')
  coordinatorId!: string;

  /** As whom. */
  @Column('uuid', { name: 'person_id' })
  @Index('ix_look_person')
  personId!: string;

  /** The session in which it was begun; no other may use it. */
  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('text')
  reason!: string;

  @Column({ type: 'timestamptz', name: 'begun_at', precision: 3 })
  begunAt!: Date;

  @Column({ type: 'timestamptz', name: 'ends_at', precision: 3 })
  endsAt!: Date;

  /** When it was ended before its time. */
  @Column({ type: 'timestamptz', name: 'ended_at', precision: 3, nullable: true })
  endedAt!: Date | null;
}
