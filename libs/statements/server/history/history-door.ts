import { Injectable } from '@nestjs/common';
import { covers, type Actor, type Right } from '@plenary/ground/kernel';
import type { EntityManager } from 'typeorm';
import type { Transaction } from '@plenary/ground/server';
import { failStatement } from '@plenary/statements/domain';
import { ReadersService, type OpenStatement } from '../readers.service.js';

/** STM-22: the one way to anything that tells how a statement came about; every route of it goes through here. */
@Injectable()
export class HistoryDoor {
  constructor(private readonly readers: ReadersService) {}

  /** Who may not read the statement is answered as for one that does not exist (STM-6). */
  async open(actor: Actor, id: string): Promise<OpenStatement> {
    return admitted(await this.readers.open(actor, id));
  }

  /** Those of these statements whose history the actor may see. */
  async those(tx: EntityManager, { personId }: Actor, ids: readonly string[]): Promise<string[]> {
    const found = await this.readers.openMany(tx, personId, ids);
    return found.filter(isAdmitted).map(({ statement }) => statement.id);
  }

  /** The same with the row locked, for whoever has this right, too. */
  async openLocked(tx: Transaction, actor: Actor, id: string, wanted: Right): Promise<OpenStatement> {
    return admitted(await this.readers.openLocked(tx.manager, actor, id, wanted));
  }
}

const isAdmitted = ({ right, statement }: Pick<OpenStatement, 'right' | 'statement'>): boolean =>
  covers(right, statement.historyRight);

function admitted(opened: OpenStatement): OpenStatement {
  if (isAdmitted(opened)) return opened;
  const wanted = opened.statement.historyRight;
  return failStatement('statement.history-closed', { held: opened.right, wanted });
}
