import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a list made and changed, as long as it can be undone. */
export interface MadeByImport {
  readonly organisations: readonly string[];
  readonly people: readonly string[];
  /** `before` is the role from before; null where there was none. */
  readonly roles: readonly {
    readonly organisationId: string;
    readonly personId: string;
    readonly role: string;
    readonly before: string | null;
  }[];
  readonly changes: readonly {
    readonly id: string;
    readonly before: Readonly<Record<string, unknown>>;
    readonly after: Readonly<Record<string, unknown>>;
  }[];
}

/** A list that was imported (ORG-30); forgotten after a day. */
@Entity('taken_list')
export class ImportEntity {
  /** That of the work that took it in. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_taken_list' })
  id!: string;

  @Column('jsonb')
  made!: MadeByImport;

  @Column({ type: 'timestamptz', name: 'taken_at', precision: 3 })
  takenAt!: Date;

  @Column({ type: 'timestamptz', name: 'undone_at', precision: 3, nullable: true })
  undoneAt!: Date | null;
}
