import { Injectable, type OnModuleInit } from '@nestjs/common';
import { mayReadThread } from '@plenary/comments/domain';
import type { CommentThreadEntity } from '../entities/comment-thread.entity.js';
import { StatementSayings } from '../statement-sayings.js';
import { ThreadsRepository } from './threads.repository.js';

/** COM-1 for whoever meets a thread as `{ kind, id }`. */
@Injectable()
export class ThreadSubjects implements OnModuleInit {
  constructor(
    private readonly sayings: StatementSayings,
    private readonly threads: ThreadsRepository,
  ) {}

  onModuleInit(): void {
    this.sayings.register<CommentThreadEntity>({
      kind: 'thread',
      find: (tx, id) => this.threads.find(tx, id),
      findMany: (tx, ids) => this.threads.findMany(tx, ids),
      maySee: mayReadThread,
      link: (id) => `/threads/${id}`,
    });
  }
}
