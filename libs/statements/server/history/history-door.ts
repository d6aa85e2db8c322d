import { Injectable } from '@nestjs/common';
import { covers, type Actor, type Right } from '@plenary/ground/kernel';
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

  /** The same with the row locked, for whoever has this right, too. */
  async openLocked(tx: Transaction, actor: Actor, id: string, wanted: Right): Promise<OpenStatement> {
    return admitted(await this.readers.openLocked(tx.manager, actor, id, wanted));
  }
}

function admitted(opened: OpenStatement): OpenStatement {
  const wanted = opened.statement.historyRight;
  if (covers(opened.right, wanted)) return opened;
  return failStatement('statement.history-closed', { held: opened.right, wanted });
}
