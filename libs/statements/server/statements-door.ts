import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, Right } from '@plenary/ground/kernel';
import type { Transaction } from '@plenary/ground/server';
import type { OwnedStatement, Stage } from '@plenary/statements/domain';
import { ReadersService, type OpenStatement } from './readers.service.js';

/** A statement as a room above has it in hand: what it is, and what its reader may do with it. */
export interface OpenedStatement extends OwnedStatement {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly stage: Stage;
  readonly right: Right;
}

/**
 * Where rooms above come in that keep something beside a statement: comments on it, a poll about it. Its characters are
 * read through the text engine, as the document `documentOf(id)`.
 */
@Injectable()
export class StatementsDoor {
  constructor(private readonly readers: ReadersService) {}

  /** For reading. STM-6: refused as `statement.not-found` when the caller may not read it. */
  async open(actor: Actor, id: string): Promise<OpenedStatement> {
    return opened(await this.readers.open(actor, id));
  }

  /**
   * For writing beside it. The row is locked until the transaction ends, so that what the right and the stage allow now
   * holds until the commit. Whoever may read, but not as much as `wanted`, is refused as `statement.forbidden`.
   */
  async openLocked(tx: Transaction, actor: Actor, id: string, wanted: Right): Promise<OpenedStatement> {
    return opened(await this.readers.openLocked(tx.manager, actor, id, wanted));
  }

  /** For what stands beside a statement and has a name of its own: null when the caller may not read the statement. */
  async find(tx: EntityManager, actor: Actor, id: string): Promise<OpenedStatement | null> {
    const found = await this.readers.find(tx, actor, id);
    return found && opened(found);
  }

  /** As `find`, with the row locked until the transaction ends. */
  async findLocked(tx: Transaction, actor: Actor, id: string): Promise<OpenedStatement | null> {
    const found = await this.readers.findLocked(tx.manager, actor, id);
    return found && opened(found);
  }

  /** What each of these people may do with a statement now; `none` for one that does not exist. Three queries. */
  rightsOn(tx: EntityManager, id: string, personIds: readonly string[]): Promise<Map<string, Right>> {
    return this.readers.rightsOn(tx, id, personIds);
  }

  /** What somebody may do with each of these statements now; `none` for those that do not exist. */
  rightsOf(tx: EntityManager, personId: string, ids: readonly string[]): Promise<Map<string, Right>> {
    return this.readers.rightsOf(tx, personId, ids);
  }
}

function opened({ statement, right }: OpenStatement): OpenedStatement {
  const { id, title, language, stage, ownerKind, groupId } = statement;
  return { id, title, language, stage, ownerKind, groupId, right };
}
