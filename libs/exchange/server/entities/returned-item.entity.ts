import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ReturnedFileEntity } from './returned-file.entity.js';

/** EXC-22: one change or comment of a file, by what it says and where: it is brought once, whoever brings it again. */
@Entity('returned_item')
@Check('ck_returned_item_kind', `"kind" IN ('suggestion', 'comment')`)
export class ReturnedItemEntity {
  @PrimaryColumn('uuid', { name: 'statement_id', primaryKeyConstraintName: 'pk_returned_item' })
  statementId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_returned_item' })
  key!: string;

  @Column('uuid', { name: 'file_id' })
  @Index('ix_returned_item_file')
  @ForeignKey(() => ReturnedFileEntity, { name: 'fk_returned_item_file' })
  fileId!: string;

  @Column('text')
  kind!: 'suggestion' | 'comment';

  /** The suggestion or comment that it became. */
  @Column('uuid', { name: 'target_id' })
  targetId!: string;

  /** Of a comment. */
  @Column('uuid', { name: 'thread_id', nullable: true })
  threadId!: string | null;
}
