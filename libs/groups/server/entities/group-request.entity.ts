import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { WorkingGroupEntity } from './working-group.entity.js';

/** Somebody asks to join a closed group. */
@Entity('group_request')
export class GroupRequestEntity {
  @PrimaryColumn('uuid', { name: 'group_id', primaryKeyConstraintName: 'pk_group_request' })
  @ForeignKey(() => WorkingGroupEntity, { name: 'fk_group_request_group' })
  groupId!: string;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_group_request' })
  @Index('ix_group_request_person')
  personId!: string;

  /** The organisation for which the person would be in the group; null for none. */
  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column('text')
  note!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}
