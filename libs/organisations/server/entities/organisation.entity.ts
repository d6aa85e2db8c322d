import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Constituency, Listing, OrganisationState, Region } from '@plenary/organisations/domain';

@Entity('organisation')
@Index('ix_organisation_sort', ['sortName', 'id'])
@Check('ck_organisation_state', `"state" IN ('active', 'suspended', 'left')`)
@Check('ck_organisation_listing', `"listing" IN ('listed', 'unlisted')`)
export class OrganisationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_organisation' })
  id!: string;

  @Column('text')
  name!: string;

  /** The name without accents and capitals: what lists are ordered by and searches look into. */
  @Column('text', { name: 'sort_name' })
  sortName!: string;

  @Column('text', { nullable: true })
  acronym!: string | null;

  @Column('text')
  country!: string;

  @Column('text')
  region!: Region;

  @Column('text')
  constituency!: Constituency;

  @Column('text', { array: true })
  languages!: string[];

  @Column('text', { nullable: true })
  website!: string | null;

  @Column('text')
  state!: OrganisationState;

  @Column('text')
  listing!: Listing;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}
