import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** A signed-in browser, or an API token: both vouch for a person until they end. */
@Entity('session')
@Index('uq_session_secret', ['secretHash'], { unique: true })
@Index('ix_session_person', ['personId'])
export class SessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_session' })
  id!: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey(() => PersonEntity, { name: 'fk_session_person' })
  personId!: string;

  @Column('text')
  kind!: 'browser' | 'token';

  @Column('text')
  scope!: 'read' | 'write';

  /** Begun with a second factor or a passkey (IDN-11). */
  @Column('boolean', { default: false })
  strong!: boolean;

  /** SHA-256 of the secret, hex. */
  @Column('text', { name: 'secret_hash' })
  secretHash!: string;

  /** Name of a token, or family of the browser; never a full user agent. */
  @Column('text', { nullable: true })
  label!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  /** To the hour: enough to recognise a forgotten device, too coarse to follow a person. */
  @Column({ type: 'timestamptz', name: 'last_used_at', precision: 3, nullable: true })
  lastUsedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt!: Date;
}
