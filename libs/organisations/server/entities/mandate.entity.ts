import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MandateKind } from '@plenary/organisations/domain';
import { OrganisationEntity } from './organisation.entity.js';

/** A person may vote or sign for an organisation, for a time. */
@Entity('mandate')
@Index('ix_mandate_organisation', ['organisationId', 'fromAt'])
@Check('ck_mandate_kind', `"kind" IN ('vote', 'sign')`)
@Check('ck_mandate_time', `"until_at" > "from_at"`)
export class MandateEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mandate' })
  id!: string;

  @Column('uuid', { name: 'organisation_id' })
  @ForeignKey(() => OrganisationEntity, { name: 'fk_mandate_organisation' })
  organisationId!: string;

  @Column('uuid', { name: 'person_id' })
  @Index('ix_mandate_person')
  personId!: string;

  @Column('text')
  kind!: MandateKind;

  /** Acts when none of the holders can. */
  @Column('boolean')
  alternate!: boolean;

  @Column({ type: 'timestamptz', name: 'from_at', precision: 3 })
  fromAt!: Date;

  /** Null for: until it is ended. */
  @Column({ type: 'timestamptz', name: 'until_at', precision: 3, nullable: true })
  untilAt!: Date | null;

  @Column('uuid', { name: 'given_by', nullable: true })
  givenBy!: string | null;

  /** When it was ended before its time; the row stays on record. */
  @Column({ type: 'timestamptz', name: 'ended_at', precision: 3, nullable: true })
  endedAt!: Date | null;

  /** When its term was over, once that is on record. Whether it holds is judged by `untilAt` alone. */
  @Column({ type: 'timestamptz', name: 'over_at', precision: 3, nullable: true })
  overAt!: Date | null;
}
