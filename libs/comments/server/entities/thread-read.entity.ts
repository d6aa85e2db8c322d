import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CommentThreadEntity } from './comment-thread.entity.js';

/** Until when somebody has read a thread; the same on all their devices. */
@Entity('comment_thread_read')
export class ThreadReadEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_comment_thread_read' })
  personId!: string;

  @PrimaryColumn('uuid', { name: 'thread_id', primaryKeyConstraintName: 'pk_comment_thread_read' })
  @ForeignKey(() => CommentThreadEntity, { name: 'fk_comment_thread_read_thread' })
  threadId!: string;

  @Column({ type: 'timestamptz', name: 'read_until', precision: 3 })
  readUntil!: Date;
}
