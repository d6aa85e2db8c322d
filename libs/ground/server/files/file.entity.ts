import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A file that somebody put here. Its bytes stand in the `FileStore` under the same id and never change. */
@Entity('file')
@Index('ix_file_owner', ['ownerKind', 'ownerId'])
@Index('ix_file_put_by', ['putBy'], { where: 'put_by IS NOT NULL' })
export class FileEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_file' })
  id!: string;

  /** Of its bytes, hexadecimal. */
  @Column('text')
  sha256!: string;

  /** Media type, as its bytes say it. */
  @Column('text')
  type!: string;

  /** Length. */
  @Column('integer')
  bytes!: number;

  /** As it is offered for saving; null where it has none worth keeping. */
  @Column('text', { nullable: true })
  name!: string | null;

  /** To what it belongs: whoever may read that may read it. */
  @Column('text', { name: 'owner_kind' })
  ownerKind!: string;

  @Column('text', { name: 'owner_id' })
  ownerId!: string;

  /** Null once the person has left, or where nobody in particular put it. */
  @Column('uuid', { name: 'put_by', nullable: true })
  putBy!: string | null;

  @Column({ type: 'timestamptz', name: 'put_at', precision: 3 })
  putAt!: Date;
}
