import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('person')
@Index('uq_person_email', ['email'], { unique: true })
@Index('ix_person_sort_name', ['sortName', 'id'])
export class PersonEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_person' })
  id!: string;

  @Column('text')
  email!: string;

  /** What everybody sees; a pseudonym where the person wants one. */
  @Column('text', { name: 'display_name' })
  displayName!: string;

  /** The full name behind a pseudonym, shown to named roles alone; null where there is none. */
  @Column('text', { name: 'full_name', nullable: true })
  fullName!: string | null;

  /** IANA name, for instance `America/Bogota`; null for that of the device. */
  @Column('text', { name: 'time_zone', nullable: true })
  timeZone!: string | null;

  /** BCP 47 tags of the languages that the person works in. */
  @Column('text', { array: true, default: '{}' })
  languages!: string[];

  /** The display name without case and accents, for lists and search. */
  @Column('text', { name: 'sort_name' })
  sortName!: string;

  @Column('text')
  language!: string;

  /** argon2id, in its own encoded form with parameters and salt; null until a password was chosen. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  /** When the person left and was erased; the row stays, so that what they wrote has an author. */
  @Column({ type: 'timestamptz', name: 'left_at', precision: 3, nullable: true })
  leftAt!: Date | null;
}
