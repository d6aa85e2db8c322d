import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { SuggestionSignalEntity } from '../entities/suggestion-signal.entity.js';
import { SuggestionEntity } from '../entities/suggestion.entity.js';

/** Queries on suggestions and what organisations say of them. */
@Injectable()
export class SuggestionsRepository {
  find(tx: EntityManager, id: string): Promise<SuggestionEntity | null> {
    return tx.findOneBy(SuggestionEntity, { id });
  }

  /** Nobody changes it until the transaction ends. */
  findLocked(tx: EntityManager, id: string): Promise<SuggestionEntity | null> {
    return tx.findOne(SuggestionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  findMany(tx: EntityManager, ids: readonly string[]): Promise<SuggestionEntity[]> {
    return ids.length === 0 ? Promise.resolve([]) : tx.findBy(SuggestionEntity, { id: In([...ids]) });
  }

  /** Open ones, and this person's drafts; the oldest first. */
  listOpen(
    tx: EntityManager,
    statementId: string,
    personId: string,
    limit: number,
  ): Promise<SuggestionEntity[]> {
    return tx
      .getRepository(SuggestionEntity)
      .createQueryBuilder('s')
      .where('s.statementId = :statementId', { statementId })
      .andWhere(`(s.state = 'open' OR s.state = 'draft' AND s.authorId = :personId)`, { personId })
      .orderBy('s.createdAt')
      .addOrderBy('s.id')
      .limit(limit)
      .getMany();
  }

  /** Decided ones, the latest decision first; one more than `limit`. Their layers are not read. */
  listDecided(
    tx: EntityManager,
    statementId: string,
    { after, limit }: { readonly after: { changedAt: Date; id: string } | null; readonly limit: number },
  ): Promise<SuggestionEntity[]> {
    const found = tx
      .getRepository(SuggestionEntity)
      .createQueryBuilder('s')
      .where('s.statementId = :statementId', { statementId })
      .andWhere(`s.state IN ('accepted', 'rejected', 'withdrawn')`);
    if (after) found.andWhere('(s.changedAt, s.id) < (:changedAt, :id)', { ...after });
    return found
      .orderBy('s.changedAt', 'DESC')
      .addOrderBy('s.id', 'DESC')
      .limit(limit + 1)
      .getMany();
  }

  count(
    tx: EntityManager,
    where: Partial<Pick<SuggestionEntity, 'statementId' | 'authorId' | 'state'>>,
  ): Promise<number> {
    return tx.countBy(SuggestionEntity, where);
  }

  signalsOf(tx: EntityManager, ids: readonly string[]): Promise<SuggestionSignalEntity[]> {
    return ids.length === 0
      ? Promise.resolve([])
      : tx.find(SuggestionSignalEntity, { where: { suggestionId: In([...ids]) }, order: { at: 'ASC' } });
  }

  async insert(tx: EntityManager, suggestion: SuggestionEntity): Promise<void> {
    await tx.insert(SuggestionEntity, suggestion as never);
  }

  async update(tx: EntityManager, id: string, change: Partial<SuggestionEntity>): Promise<void> {
    await tx.update(SuggestionEntity, { id }, change as never);
  }

  async saveSignal(tx: EntityManager, signal: SuggestionSignalEntity): Promise<void> {
    await tx.upsert(SuggestionSignalEntity, signal, ['suggestionId', 'organisationId']);
  }

  async deleteSignal(tx: EntityManager, suggestionId: string, organisationId: string): Promise<void> {
    await tx.delete(SuggestionSignalEntity, { suggestionId, organisationId });
  }
}
