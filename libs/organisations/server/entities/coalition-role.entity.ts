import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { CoalitionRole } from '@plenary/organisations/domain';

/** What a person does for the coalition as a whole. */
@Entity('coalition_role')
@Check('ck_coalition_role', `"role" IN ('coordinator', 'facilitator', 'penholder', 'translator', 'observer')`)
export class CoalitionRoleEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_coalition_role' })
  personId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_coalition_role' })
  role!: CoalitionRole;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}
