import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('comment')
@Index('ix_comment_name', ['name', 'id'])
export class CommentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_comment' })
  id!: string;

  @Column('text')
  name!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}
