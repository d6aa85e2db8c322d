import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Clock, DomainError, newId, type Actor, type Subject } from '@plenary/ground/kernel';
import { UnitOfWork, type Transaction } from '../unit-of-work/unit-of-work.js';
import type { Content, ContentRule } from './content/content.js';
import { FileEntity } from './file.entity.js';
import { fileName } from './content/file-name.js';
import { FileQuotas } from './file-quotas.js';
import { FileStore, type ByteSource, type StoredBytes } from './store/file-store.js';
import { failFile } from './files.errors.js';
import { receivedBytes } from './content/received-bytes.js';

/** What somebody sends, how it is checked, and to what it will belong. */
export interface GivenFile {
  readonly source: ByteSource;
  readonly rule: ContentRule;
  readonly owner: Subject;
  /** What its sender calls it; it is kept in a form that ends as the content does. */
  readonly name?: string | null;
}

const fullDisk = ['ENOSPC', 'EDQUOT'];

/**
 * Files of the rooms: their bytes in the `FileStore`, a row each in the database. The bytes are on the disk before the
 * row is committed, and stay for a while after the row is gone (`FileSweep`), so a row without bytes is a fault that is
 * said, and bytes without a row are nobody's.
 */
@Injectable()
export class Files {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly store: FileStore,
    private readonly quotas: FileQuotas,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a file in, and does `work` in the transaction that writes its row. Whoever calls has judged that this person
   * may, since checking content costs much, and judges it again in `work`.
   */
  async take<Answer>(
    actor: Actor,
    given: GivenFile,
    work: (tx: Transaction, file: FileEntity) => Promise<Answer>,
  ): Promise<Answer> {
    const { rule, owner, name = null } = given;
    const content = await rule.check(await receivedBytes(given.source, rule));
    const { personId } = actor;
    await this.quotas.refuseIfFull({ personId, owner, bytes: content.bytes.length });
    const id = newId();
    const stored = await this.keep(id, content);
    const row: FileEntity = {
      ...{ id, ...stored, type: content.type, name: name ? fileName(name, content.type) : null },
      ...{ ownerKind: owner.kind, ownerId: owner.id, putBy: personId },
      putAt: new Date(this.clock.now()),
    };
    let isDone = false;
    try {
      return await this.unit.run(actor, async (tx) => {
        isDone = true;
        await tx.manager.insert(FileEntity, row);
        const answer = await work(tx, row);
        // Last, since the work may remove another file.
        await this.quotas.count(tx.manager, { personId, owner, bytes: row.bytes });
        return answer;
      });
    } catch (reason) {
      // A refusal was surely rolled back. Of anything else nobody knows whether it was committed: the sweep finds out.
      isDone = !(reason instanceof DomainError);
      throw reason;
    } finally {
      // Also of a command that had been carried out before.
      if (!isDone) await this.store.delete(id).catch(() => undefined);
    }
  }

  /** For rows that come from elsewhere (a carry-over, the seed): no person, no quota; within the caller's transaction. */
  async put(tx: EntityManager, file: Pick<FileEntity, 'id' | 'putAt'>, owner: Subject, content: Content) {
    const stored = await this.keep(file.id, content);
    const from = { name: null, putBy: null, ownerKind: owner.kind, ownerId: owner.id };
    await tx.insert(FileEntity, { ...file, ...stored, type: content.type, ...from });
  }

  /** The row, for whoever judges who may read it. */
  find(id: string, tx: EntityManager = this.database.manager): Promise<FileEntity | null> {
    return tx.findOneBy(FileEntity, { id });
  }

  async remove(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.delete(FileEntity, { id: In([...ids]) });
  }

  /** They belong to another from now on, as after a merge. */
  async move(tx: EntityManager, ids: readonly string[], { kind, id }: Subject): Promise<void> {
    if (ids.length > 0) await tx.update(FileEntity, { id: In([...ids]) }, { ownerKind: kind, ownerId: id });
  }

  /** What a person who takes their data along put here. */
  putBy(tx: EntityManager, personId: string): Promise<FileEntity[]> {
    return tx.find(FileEntity, { where: { putBy: personId }, order: { putAt: 'ASC', id: 'ASC' } });
  }

  /** What a person who leaves put here stays with its owner; who put it is forgotten. */
  async forgetPerson(tx: EntityManager, personId: string): Promise<void> {
    await tx.update(FileEntity, { putBy: personId }, { putBy: null });
    await tx.query('DELETE FROM file_day WHERE person_id = $1', [personId]);
  }

  private async keep(id: string, { bytes }: Content): Promise<StoredBytes> {
    try {
      return await this.store.put(id, bytes);
    } catch (reason) {
      if (fullDisk.includes((reason as { code?: string }).code ?? '')) return failFile('file.disk-full');
      throw reason;
    }
  }
}
