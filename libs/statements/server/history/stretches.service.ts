import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CollabService, Projections, TextHistory, type WrittenRow } from '@plenary/ground/server/collab';
import { ActReader, type WrittenAct } from '@plenary/ground/text';
import {
  addActs,
  documentOf,
  failStatement,
  statementDocumentKind,
  statementOf,
  type Act,
  type Stretch,
} from '@plenary/statements/domain';
import { StretchesRepository } from './stretches.repository.js';

/** STM-23: stretches of work, derived from the journal as it grows, and made up to its end before they are read. */
@Injectable()
export class StretchesService implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly projections: Projections,
    private readonly collab: CollabService,
    private readonly history: TextHistory,
    private readonly stretches: StretchesRepository,
  ) {}

  onModuleInit(): void {
    this.projections.register({
      name: 'statement.stretches',
      kind: statementDocumentKind,
      derive: () => null,
      keep: (tx, { document, seq }) => this.bring(tx, statementOf(document)!, seq),
    });
  }

  /** Up to the last row that there is. Answers how many stretches there are, and the rows of the text. */
  async upToDate(statementId: string): Promise<{ number: number; first: number; last: number }> {
    const tx = this.database.manager;
    const span = await this.history.span(documentOf(statementId));
    // Of an older model and not opened since: opening it carries it over.
    if (!span) await this.collab.read(documentOf(statementId), () => null);
    const { first, last } =
      span ?? (await this.history.span(documentOf(statementId))) ?? failStatement('statement.moment-unknown');
    const reached = await this.stretches.reached(tx, statementId);
    if (reached.seq >= last) return { number: reached.number, first, last };
    await this.database.transaction((own) => this.bring(own, statementId, last));
    return { number: (await this.stretches.reached(tx, statementId)).number, first, last };
  }

  list(statementId: string, upTo: number, limit: number): Promise<readonly Stretch[]> {
    return this.stretches.list(this.database.manager, statementId, upTo, limit);
  }

  listFrom(statementId: string, number: number): Promise<readonly Stretch[]> {
    return this.stretches.listFrom(this.database.manager, statementId, number);
  }

  /** In which stretch each of these rows lies; 0 for a row before the first. */
  numbersOf(statementId: string, seqs: readonly number[]): Promise<(seq: number) => number> {
    return this.stretches.numbersOf(this.database.manager, statementId, seqs);
  }

  private async bring(tx: EntityManager, statementId: string, upTo: number): Promise<void> {
    const document = documentOf(statementId);
    await this.stretches.lock(tx, statementId);
    const { number } = await this.stretches.reached(tx, statementId);
    let last: Stretch | null = (await this.stretches.list(tx, statementId, number, 1))[0] ?? null;
    for (let at = last?.lastSeq ?? 0; at < upTo;) {
      const rows = await this.history.rowsAfter(document, at, upTo, tx);
      if (rows.length === 0) return;
      const made = addActs(last, await this.actsOf(document, rows));
      await this.stretches.save(tx, statementId, made);
      last = made.at(-1)!;
      at = last.lastSeq;
    }
  }

  private actsOf(document: string, rows: readonly WrittenRow[]): Promise<Act[]> {
    return this.collab.read(document, (text) => {
      const reader = new ActReader(text);
      return rows.map((row) => actOf(row, reader.read(row.update)));
    });
  }
}

const actOf = (
  { seq, at, personId, organisationId }: WrittenRow,
  { added, removed, segments, ranges }: WrittenAct,
): Act => ({
  ...{ seq, at, personId, organisationId, removed, segments },
  added: [...added.values()].reduce((sum, each) => sum + each, 0),
  ranges: ranges.map(({ client, from, to }) => [client, from, to] as const),
});
