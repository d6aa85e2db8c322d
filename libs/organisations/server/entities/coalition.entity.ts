import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { StrictRole, Term } from '@plenary/organisations/domain';

@Entity('coalition')
@Check('ck_coalition_applications', `"applications" IN ('open', 'closed')`)
export class CoalitionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_coalition' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { array: true })
  languages!: string[];

  @Column('boolean', { name: 'is_demo' })
  isDemo!: boolean;

  /** Six-digit hex: the accent of the coalition's pages. */
  @Column('text', { default: '#1f5c4d' })
  colour!: string;

  /** Its own regions, in its order. */
  @Column('jsonb', { default: [] })
  regions!: readonly Term[];

  /** Whom its organisations speak for. */
  @Column('jsonb', { default: [] })
  constituencies!: readonly Term[];

  /** What its working groups work on. */
  @Column('jsonb', { default: [] })
  themes!: readonly Term[];

  /** Whether organisations may apply by the public form. */
  @Column('text', { default: 'closed' })
  applications!: 'open' | 'closed';

  /** Whether a second coordinator has to agree before an organisation is accepted. */
  @Column('boolean', { name: 'second_opinion', default: false })
  secondOpinion!: boolean;

  /** Whose roles ask for a sign-in with a second factor (ORG-16). */
  @Column('text', { array: true, name: 'second_factor_roles', default: '{}' })
  secondFactorRoles!: StrictRole[];

  /** Where those write who ask the coordinators something. */
  @Column('text', { nullable: true })
  email!: string | null;

  @Column('uuid', { name: 'logo_id', nullable: true })
  logoId!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}
