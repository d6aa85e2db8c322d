import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** Two who know a person let them in again after the second factor was lost; it works once `dueAt` has come. */
@Entity('device_recovery')
@Check('ck_device_recovery_two', `"confirmed_by" IS DISTINCT FROM "begun_by"`)
export class DeviceRecoveryEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_device_recovery' })
  @ForeignKey(() => PersonEntity, { name: 'fk_device_recovery_person' })
  personId!: string;

  @Column('uuid', { name: 'begun_by' })
  begunBy!: string;

  @Column({ type: 'timestamptz', precision: 3, name: 'begun_at' })
  begunAt!: Date;

  @Column('uuid', { name: 'confirmed_by', nullable: true })
  confirmedBy!: string | null;

  /** Null until a second one agreed. */
  @Column({ type: 'timestamptz', precision: 3, name: 'due_at', nullable: true })
  dueAt!: Date | null;
}
