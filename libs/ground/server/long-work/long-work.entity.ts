import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ErrorParams } from '@plenary/ground/kernel';

export const longWorkStates = ['waiting', 'running', 'done', 'failed'] as const;
export type LongWorkState = (typeof longWorkStates)[number];

/** One piece of work that a person began and watches; forgotten after a day. */
@Entity('long_work')
@Index('ix_long_work_person', ['personId', 'begunAt'])
@Check('ck_long_work_state', `"state" IN ('waiting', 'running', 'done', 'failed')`)
export class LongWorkEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_long_work' })
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  /** For which organisation the person spoke when it was begun. */
  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  /** `<room>.<work>`, as the room registered it. */
  @Column('text')
  kind!: string;

  /** What was asked; emptied when it is over. */
  @Column('jsonb')
  request!: object;

  /** A file that came with it; removed when it is over. */
  @Column('bytea', { nullable: true })
  bytes!: Buffer | null;

  @Column('text')
  state!: LongWorkState;

  /** What is being done, in a word that the room's screens know. */
  @Column('text', { nullable: true })
  step!: string | null;

  @Column('integer', { default: 0 })
  done!: number;

  /** Null while it is not known how much there is. */
  @Column('integer', { nullable: true })
  total!: number | null;

  /** What came of it. */
  @Column('jsonb', { nullable: true })
  outcome!: object | null;

  /** Why nothing came of it: a code of an error table, with its parameters. */
  @Column('jsonb', { nullable: true })
  refusal!: { readonly code: string; readonly params: ErrorParams } | null;

  @Column('text', { name: 'file_name', nullable: true })
  fileName!: string | null;

  @Column('text', { name: 'file_type', nullable: true })
  fileType!: string | null;

  @Column('bytea', { nullable: true })
  file!: Buffer | null;

  @Column({ type: 'timestamptz', name: 'begun_at', precision: 3 })
  begunAt!: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', precision: 3, nullable: true })
  endedAt!: Date | null;
}
