import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Retention } from '@plenary/ground/server';

/** TSK-10: what was deleted can be restored for a month. */
@Injectable()
export class DeletedTasks implements OnModuleInit {
  constructor(private readonly retention: Retention) {}

  onModuleInit(): void {
    this.retention.add({
      what: 'tasks that were deleted',
      forget: (tx, now) =>
        tx.query(
          `WITH gone AS (
             DELETE FROM task WHERE deleted_at < $1::timestamptz - interval '30 days' RETURNING id
           )
           DELETE FROM task_person USING gone WHERE task_id = gone.id`,
          [now],
        ),
    });
  }
}
