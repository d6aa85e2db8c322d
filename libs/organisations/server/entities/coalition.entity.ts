import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('coalition')
export class CoalitionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_coalition' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { array: true })
  languages!: string[];

  @Column('boolean', { name: 'is_demo' })
  isDemo!: boolean;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}
