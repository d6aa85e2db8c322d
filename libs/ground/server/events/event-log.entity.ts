import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** The one log of what happened: written in the transaction of the change itself, never changed afterwards (but for `retellEvents`). */
@Entity('event_log')
@Index('ix_event_log_subject', ['subjectKind', 'subjectId', 'id'])
@Index('ix_event_log_actor', ['actorId', 'id'])
@Index('ix_event_log_organisation', ['organisationId', 'id'])
@Index('ix_event_log_name', ['name', 'id'])
@Index('ix_event_log_at', ['at'])
export class EventLogEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', primaryKeyConstraintName: 'pk_event_log' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind!: string;

  @Column('text', { name: 'subject_id' })
  subjectId!: string;

  @Column('jsonb')
  payload!: object;

  @Column('jsonb')
  audience!: object;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
}
