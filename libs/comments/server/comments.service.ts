import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, newId, type Actor, type Page } from '@plenary/ground/kernel';
import { cursorOf, pageOf, readCursor, UnitOfWork, type PageQuery } from '@plenary/ground/server';
import { StandingService } from '@plenary/organisations/server';
import { checkedName, failComment, mayAdd, commentAdded, type CommentView } from '@plenary/comments/domain';
import { CommentEntity } from './entities/comment.entity.js';
import { CommentsRepository } from './comments.repository.js';

/** The list of comments: reading it, and adding to it. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly comments: CommentsRepository,
    private readonly standings: StandingService,
    private readonly clock: Clock,
  ) {}

  async list({ cursor, limit }: PageQuery): Promise<Page<CommentView>> {
    const after = readCursor(cursor, ['name', 'id']);
    const found = await this.comments.list(this.database.manager, { after, limit });
    const page = pageOf(found, limit, ({ name, id }) => cursorOf({ name, id }));
    const items = page.items.map(({ id, name, createdAt }) => ({
      id,
      name,
      createdAt: createdAt.toISOString(),
    }));
    return { ...page, items };
  }

  /** COM-1, COM-2 */
  add(actor: Actor, typed: string): Promise<{ id: string }> {
    return this.unit.run(actor, async (tx) => {
      const standing = await this.standings.get(actor.personId, tx.manager);
      if (!mayAdd(standing)) return failComment('comment.forbidden');
      const name = checkedName(typed);
      const id = newId();
      const createdAt = new Date(this.clock.now());
      await tx.manager.insert(CommentEntity, { id, name, createdAt });
      await tx.events.append(commentAdded({ kind: 'comment', id }, {}));
      return { id };
    });
  }
}
