import { Injectable } from '@nestjs/common';
import * as Y from 'yjs';
import { covers, type Actor } from '@plenary/ground/kernel';
import { UnitOfWork } from '@plenary/ground/server';
import { CollabService, HistoryGap, TextHistory } from '@plenary/ground/server/collab';
import { closedFormats, restoreText } from '@plenary/ground/text';
import {
  documentOf,
  failStatement,
  statementRestored,
  statementRules,
  statementSubject,
  type RestoredView,
} from '@plenary/statements/domain';
import { HistoryDoor } from './history-door.js';
import type { RestoreDto } from './history.dto.js';

/** STM-28: the text, or one paragraph, reads again as it did; a new change, by which history only grows. */
@Injectable()
export class RestoringService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly door: HistoryDoor,
    private readonly collab: CollabService,
    private readonly history: TextHistory,
  ) {}

  async restore(actor: Actor, id: string, dto: RestoreDto): Promise<RestoredView> {
    const { to } = dto;
    const paragraphId = dto.paragraphId ?? null;
    const { right } = await this.door.open(actor, id);
    if (!covers(right, 'edit')) return failStatement('statement.forbidden', { held: right, wanted: 'edit' });
    const document = documentOf(id);
    const span = await this.history.span(document);
    if (!span || to < span.first || to > span.last) return failStatement('statement.moment-unknown');
    const before = new Y.Doc();
    Y.applyUpdate(before, await this.stateAt(document, to));
    let known = true;
    const { personId, organisationId } = actor;
    const act = (transaction: Y.Transaction) => {
      known = restoreText(transaction, before, paragraphId, closedFormats(statementRules));
    };
    const restored = await this.unit.along<RestoredView>(actor, async (within) => {
      let done: RestoredView | null = null;
      // In the transaction of the row: whoever restores is on record for it, whatever becomes of this process.
      const row = await this.collab.edit(
        document,
        { personId, organisationId },
        act,
        async (manager, seq) => {
          done = await within(manager, async (tx) => {
            await tx.events.append(statementRestored(statementSubject(id), { to, seq, paragraphId }));
            // Everything that was written in between stays in the history, and so does the way back.
            return { before: seq - 1, seq };
          });
        },
      );
      // The text read so already: there is no row, and nothing to tell of.
      return done ?? { before: row, seq: row };
    });
    before.destroy();
    return known ? restored : failStatement('statement.paragraph-unknown');
  }

  private stateAt(document: string, seq: number): Promise<Uint8Array> {
    return this.history.at(document, seq, Y.encodeStateAsUpdate).catch((reason: unknown) => {
      if (reason instanceof HistoryGap)
        return failStatement('statement.history-gap', { after: reason.after });
      throw reason;
    });
  }
}
