import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** A browser in which a person has signed in before, by a number that it keeps. */
@Entity('known_device')
export class KnownDeviceEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_known_device' })
  @ForeignKey(() => PersonEntity, { name: 'fk_known_device_person' })
  personId!: string;

  /** SHA-256 of the number with the person's id, hex: two people's rows on one device do not show that they share it. */
  @PrimaryColumn('text', { name: 'device_hash', primaryKeyConstraintName: 'pk_known_device' })
  deviceHash!: string;

  /** To the day. */
  @Column({ type: 'timestamptz', precision: 3, name: 'seen_at' })
  seenAt!: Date;
}
