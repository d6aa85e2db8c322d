import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { outcomeLimits } from '@plenary/exchange/domain';
import { ReturnedFileEntity } from '../entities/returned-file.entity.js';
import { ReturnedItemEntity } from '../entities/returned-item.entity.js';

/** Rows that are written by one statement. */
const atOnce = 200;

/** Files that came back, and what each of them brought. */
@Injectable()
export class ReturnedRepository {
  find(tx: EntityManager, id: string): Promise<ReturnedFileEntity | null> {
    return tx.findOneBy(ReturnedFileEntity, { id });
  }

  /** The newest first. */
  list(tx: EntityManager, statementId: string): Promise<ReturnedFileEntity[]> {
    return tx.find(ReturnedFileEntity, {
      ...{ where: { statementId }, order: { at: 'DESC', id: 'DESC' }, take: outcomeLimits.files },
    });
  }

  /** One that reads the same and was not taken back. */
  same(tx: EntityManager, statementId: string, fingerprint: string): Promise<ReturnedFileEntity | null> {
    return tx.findOneBy(ReturnedFileEntity, { statementId, fingerprint, takenBackAt: IsNull() });
  }

  /** Those of these that were brought before, by their keys. */
  async known(
    tx: EntityManager,
    statementId: string,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, ReturnedItemEntity>> {
    if (keys.length === 0) return new Map();
    const found = await tx.findBy(ReturnedItemEntity, { statementId, key: In([...keys]) });
    return new Map(found.map((each) => [each.key, each]));
  }

  async insert(
    tx: EntityManager,
    file: ReturnedFileEntity,
    items: readonly ReturnedItemEntity[],
  ): Promise<void> {
    await tx.insert(ReturnedFileEntity, file);
    for (let at = 0; at < items.length; at += atOnce)
      await tx.insert(ReturnedItemEntity, items.slice(at, at + atOnce));
  }

  itemsOf(tx: EntityManager, fileId: string): Promise<ReturnedItemEntity[]> {
    return tx.findBy(ReturnedItemEntity, { fileId });
  }

  /** What is gone can be brought again. */
  async takeBack(tx: EntityManager, id: string, at: Date, targetIds: readonly string[]): Promise<void> {
    await tx.delete(ReturnedItemEntity, { fileId: id, targetId: In([...targetIds]) });
    await tx.update(ReturnedFileEntity, { id }, { takenBackAt: at });
  }
}
