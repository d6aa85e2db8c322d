import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RepresentativeRole } from '@plenary/organisations/domain';
import { OrganisationEntity } from './organisation.entity.js';

/** A person acts for an organisation. */
@Entity('representative')
@Check('ck_representative_role', `"role" IN ('focal_point', 'representative', 'member')`)
export class RepresentativeEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_representative' })
  personId!: string;

  @PrimaryColumn('uuid', { name: 'organisation_id', primaryKeyConstraintName: 'pk_representative' })
  @ForeignKey(() => OrganisationEntity, { name: 'fk_representative_organisation' })
  @Index('ix_representative_organisation')
  organisationId!: string;

  @Column('text')
  role!: RepresentativeRole;

  /** Since when acting for it, in whichever role: who has chosen nothing speaks for the first one (ORG-2). */
  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  /** Since when in this role: that counts where a device is lost (ORG-22). */
  @Column({ type: 'timestamptz', name: 'role_since', precision: 3 })
  roleSince!: Date;

  /** When the person last chose to speak for it (ORG-2). */
  @Column({ type: 'timestamptz', name: 'chosen_at', precision: 3, nullable: true })
  chosenAt!: Date | null;
}
