import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SavedListKind } from '@plenary/organisations/domain';

/** A search with its columns, kept by a person under a name. */
@Entity('saved_list')
@Index('uq_saved_list_name', ['personId', 'list', 'name'], { unique: true })
@Check('ck_saved_list_list', `"list" IN ('organisations', 'people')`)
export class SavedListEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_saved_list' })
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  list!: SavedListKind;

  @Column('text')
  name!: string;

  /** As the page's address has it: name of the filter to its value. */
  @Column('jsonb')
  search!: Readonly<Record<string, string>>;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}
