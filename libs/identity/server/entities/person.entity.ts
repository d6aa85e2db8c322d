import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('person')
@Index('uq_person_email', ['email'], { unique: true })
@Index('ix_person_sort_name', ['sortName', 'id'])
export class PersonEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_person' })
  id!: string;

  @Column('text')
  email!: string;

  @Column('text', { name: 'display_name' })
  displayName!: string;

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
}
