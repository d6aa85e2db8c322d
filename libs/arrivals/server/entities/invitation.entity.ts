import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CoalitionRole, RepresentativeRole } from '@plenary/organisations/domain';
import { OrganisationEntity } from '@plenary/organisations/server';

/** A way in: for an organisation in a role, or to a role in the coalition. */
@Entity('invitation')
@Unique('uq_invitation_secret', ['secretHash'])
@Check('ck_invitation_uses', `"uses" <= "most_uses"`)
@Check(
  'ck_invitation_what',
  `("organisation_id" IS NOT NULL AND "role" IS NOT NULL) OR "coalition_role" IS NOT NULL`,
)
@Index('ix_invitation_organisation', ['organisationId', 'createdAt'])
export class InvitationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_invitation' })
  id!: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  @ForeignKey(() => OrganisationEntity, { name: 'fk_invitation_organisation' })
  organisationId!: string | null;

  @Column('text', { nullable: true })
  role!: RepresentativeRole | null;

  @Column('text', { name: 'coalition_role', nullable: true })
  coalitionRole!: CoalitionRole | null;

  /** Where the e-mail went; null for a link that is passed on. */
  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text')
  language!: string;

  @Column('text', { name: 'secret_hash' })
  secretHash!: string;

  @Column('integer', { name: 'most_uses' })
  mostUses!: number;

  @Column('integer', { default: 0 })
  uses!: number;

  /** Null for the system itself, for instance after an import. */
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', name: 'revoked_at', precision: 3, nullable: true })
  revokedAt!: Date | null;
}
