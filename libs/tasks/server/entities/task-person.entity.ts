import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody who is responsible for a task by name. */
@Entity('task_person')
export class TaskPersonEntity {
  @PrimaryColumn('uuid', { name: 'task_id', primaryKeyConstraintName: 'pk_task_person' })
  taskId!: string;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_task_person' })
  @Index('ix_task_person_person')
  personId!: string;

  @Column({ type: 'timestamptz', name: 'since', precision: 3 })
  since!: Date;
}
