import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CommentEntity } from './entities/comment.entity.js';

/** Queries on comments. */
@Injectable()
export class CommentsRepository {
  /** By name; one more than `limit`, so that the caller knows whether there are more. */
  list(
    tx: EntityManager,
    { after, limit }: { readonly after: { name: string; id: string } | null; readonly limit: number },
  ): Promise<CommentEntity[]> {
    const found = tx.getRepository(CommentEntity).createQueryBuilder('e');
    if (after) found.where('(e.name, e.id) > (:name, :id)', { ...after });
    return found
      .orderBy('e.name')
      .addOrderBy('e.id')
      .limit(limit + 1)
      .getMany();
  }

  async names(tx: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const found = await tx
      .getRepository(CommentEntity)
      .createQueryBuilder('e')
      .where('e.id = ANY(:ids)', { ids })
      .getMany();
    return new Map(found.map(({ id, name }) => [id, name]));
  }
}
