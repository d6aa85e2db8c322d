import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Constituency, Listing, OrganisationState, Region } from '@plenary/organisations/domain';

@Entity('organisation')
@Index('ix_organisation_sort', ['sortName', 'id'])
@Index('ix_organisation_state', ['state', 'sortName', 'id'])
@Check('ck_organisation_state', `"state" IN ('applied', 'refused', 'active', 'suspended', 'left', 'merged')`)
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

  /** Key of one of the coalition's own; null where nothing is said. */
  @Column('text', { nullable: true })
  region!: Region | null;

  @Column('text', { nullable: true })
  constituency!: Constituency | null;

  @Column('text', { array: true })
  languages!: string[];

  @Column('text', { nullable: true })
  website!: string | null;

  /** The organisation's own address, for its people and the coordinators. */
  @Column('text', { nullable: true })
  email!: string | null;

  /** What it says of itself, by language. */
  @Column('jsonb', { default: {} })
  description!: Readonly<Record<string, string>>;

  @Column('text')
  state!: OrganisationState;

  @Column('text')
  listing!: Listing;

  @Column('uuid', { name: 'logo_id', nullable: true })
  logoId!: string | null;

  /** The organisation as which a merged one goes on. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}
