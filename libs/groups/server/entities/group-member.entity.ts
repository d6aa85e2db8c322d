import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { GroupRole } from '@plenary/groups/domain';
import { WorkingGroupEntity } from './working-group.entity.js';

@Entity('group_member')
@Check('ck_group_member_role', `"role" IN ('lead', 'member')`)
export class GroupMemberEntity {
  @PrimaryColumn('uuid', { name: 'group_id', primaryKeyConstraintName: 'pk_group_member' })
  @ForeignKey(() => WorkingGroupEntity, { name: 'fk_group_member_group' })
  groupId!: string;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_group_member' })
  @Index('ix_group_member_person')
  personId!: string;

  @Column('text')
  role!: GroupRole;

  /** The organisation for which the person is in the group; null for none. */
  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}
