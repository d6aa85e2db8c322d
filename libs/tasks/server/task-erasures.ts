import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { withoutWordsIn } from '@plenary/ground/text';
import { PassageErasures, type ErasedPassage } from '@plenary/statements/server';
import { TaskEntity } from './entities/task.entity.js';

/** STM-29: words that are erased from a statement go from the tasks that come from it, deleted ones included. */
@Injectable()
export class TaskErasures implements OnModuleInit {
  constructor(private readonly erasures: PassageErasures) {}

  onModuleInit(): void {
    this.erasures.register({ what: 'tasks-erased:tasks', find: eraseFromTasks });
  }
}

async function eraseFromTasks(
  tx: EntityManager,
  { statementId, pattern }: ErasedPassage,
  erase: boolean,
): Promise<number> {
  let count = 0;
  for (const { id, title, notes, quote, steps } of await tx.findBy(TaskEntity, { statementId })) {
    const said = { title, notes, quote, steps };
    const left = withoutWordsIn(said, pattern);
    if (isDeepStrictEqual(left, said)) continue;
    count++;
    if (erase) await tx.update(TaskEntity, { id }, left as never);
  }
  return count;
}
