import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** An app that shows six-digit codes (RFC 6238). */
@Entity('authenticator')
export class AuthenticatorEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_authenticator' })
  @ForeignKey(() => PersonEntity, { name: 'fk_authenticator_person' })
  personId!: string;

  /** Base32. It stands as it is, since codes are computed from it. */
  @Column('text')
  secret!: string;

  /** Null until a first code proved that the app has the secret; it counts for nothing before. */
  @Column({ type: 'timestamptz', precision: 3, name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;

  /** The half minute whose code was used last; no code is taken twice. */
  @Column('integer', { name: 'last_step', nullable: true })
  lastStep!: number | null;

  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt!: Date;
}
