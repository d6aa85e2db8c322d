import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { GroupAccess } from '@plenary/groups/domain';

@Entity('working_group')
@Check('ck_working_group_access', `"access" IN ('open', 'closed')`)
export class WorkingGroupEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_working_group' })
  id!: string;

  @Column('text')
  name!: string;

  /** Key of one of the coalition's themes. */
  @Column('text', { nullable: true })
  theme!: string | null;

  @Column('text', { default: 'open' })
  access!: GroupAccess;

  /** Null while it works. */
  @Column({ type: 'timestamptz', name: 'archived_at', precision: 3, nullable: true })
  archivedAt!: Date | null;

  @Column('text')
  description!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}
