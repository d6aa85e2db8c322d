import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How this installation was begun; one row. An empty one is never filled with the sample coalition afterwards. */
@Entity('installation')
@Check('ck_installation_one', `"id" = 1`)
@Check('ck_installation_kind', `"kind" IN ('demo', 'empty')`)
export class InstallationEntity {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_installation' })
  id!: number;

  @Column('text')
  kind!: 'demo' | 'empty';

  @Column({ type: 'timestamptz', name: 'begun_at', precision: 3 })
  begunAt!: Date;
}
