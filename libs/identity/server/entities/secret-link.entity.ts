import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A link in an e-mail that lets its reader do one thing once. */
@Entity('secret_link')
@Index('uq_secret_link_secret', ['secretHash'], { unique: true })
@Index('ix_secret_link_expires', ['expiresAt'])
@Index('ix_secret_link_person', ['personId', 'purpose'])
export class SecretLinkEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_secret_link' })
  id!: string;

  /** What it is for, for instance `password-reset`; a link for one thing is worth nothing for another. */
  @Column('text')
  purpose!: string;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('jsonb')
  data!: Readonly<Record<string, unknown>>;

  @Column('text', { name: 'secret_hash' })
  secretHash!: string;

  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, name: 'expires_at' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
