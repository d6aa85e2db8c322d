import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Theme } from '@plenary/groups/domain';

@Entity('working_group')
export class WorkingGroupEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_working_group' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  theme!: Theme;

  @Column('text')
  description!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}
