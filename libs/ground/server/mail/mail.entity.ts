import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An e-mail on its way. What it says is forgotten once it has been sent, or refused for good. */
@Entity('mail')
@Index('ix_mail_waiting', ['id'], { where: 'sent_at IS NULL AND refused_at IS NULL' })
@Index('ix_mail_refused', ['refusedTo'], { where: 'refused_to IS NOT NULL' })
@Index('ix_mail_created', ['createdAt', 'id'])
export class MailEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mail' })
  id!: string;

  /** Null once it is on its way no more. */
  @Column('text', { name: 'to_address', nullable: true })
  to!: string | null;

  @Column('text')
  language!: string;

  /** Null once it is on its way no more. */
  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('text', { nullable: true })
  text!: string | null;

  @Column('text', { nullable: true })
  html!: string | null;

  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  /** The mail server said that this address takes no e-mails, or not this one. */
  @Column({ type: 'timestamptz', precision: 3, name: 'refused_at', nullable: true })
  refusedAt!: Date | null;

  /** The hash of that address (`addressHash`), until it takes an e-mail. */
  @Column('text', { name: 'refused_to', nullable: true })
  refusedTo!: string | null;
}
