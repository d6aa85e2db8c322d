import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OrganisationEntity } from '@plenary/organisations/server';

/** Who asked for an organisation to be accepted. */
@Entity('application')
export class ApplicationEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id', primaryKeyConstraintName: 'pk_application' })
  @ForeignKey(() => OrganisationEntity, { name: 'fk_application_organisation' })
  organisationId!: string;

  @Column('text', { name: 'applicant_name' })
  applicantName!: string;

  @Column('text', { name: 'applicant_email' })
  applicantEmail!: string;

  @Column('text', { name: 'applicant_language' })
  applicantLanguage!: string;

  @Column('text')
  note!: string;

  @Column({ type: 'timestamptz', name: 'confirmed_at', precision: 3 })
  confirmedAt!: Date;
}
