import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import * as Y from 'yjs';
import { rootsOf, textModel } from '@plenary/ground/text';
import { checksumOf } from './checksum.js';

/** Rows that are read from the journal at once. */
export const rowsAtOnce = 1_000;

/** A row of the journal with its author; no organisation where it was for none, nobody for the server's own. */
export interface WrittenRow {
  readonly seq: number;
  readonly update: Uint8Array;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly at: Date;
}

/** How far back a text can be read. */
export interface HistorySpan {
  /** Of the document; a state that was read in one is not kept in another. */
  readonly epoch: number;
  /** The first row that counts; what is older was written under another model of texts. */
  readonly first: number;
  readonly last: number;
}

/** Rows are missing, so that this moment cannot be read; moments behind a later checkpoint may be readable again. */
export class HistoryGap extends Error {
  constructor(
    /** The last row that is there before the gap. */
    readonly after: number,
  ) {
    super(`the journal has a gap after ${after}`);
    this.name = 'HistoryGap';
  }
}

interface StateRow {
  seq: string;
  state: Buffer;
  checksum: Buffer;
}

/**
 * SYNC-50: any moment of a text, by the number of a row: the nearest state that is kept below it, and the rows from
 * there. Reads, and never writes the text; judges no rights. Epochs change nothing about it: the numbers go on.
 */
@Injectable()
export class TextHistory {
  constructor(private readonly database: DataSource) {}

  /** Null for a text that does not exist, or of which nothing is of this model. */
  async span(document: string, tx: EntityManager = this.database.manager): Promise<HistorySpan | null> {
    const [head] = await tx.query('SELECT epoch, seq, floor, model FROM collab_document WHERE id = $1', [
      document,
    ]);
    if (!head || head.model !== textModel) return null;
    return { epoch: head.epoch, first: Math.max(1, Number(head.floor)), last: Number(head.seq) };
  }

  /** When these rows were written; those that are not there are left out. */
  async times(document: string, seqs: readonly number[]): Promise<ReadonlyMap<number, Date>> {
    const rows: { seq: string; at: Date }[] = await this.database.query(
      'SELECT seq, at FROM collab_update WHERE document_id = $1 AND seq = ANY($2)',
      [document, seqs],
    );
    return new Map(rows.map(({ seq, at }) => [Number(seq), at]));
  }

  /** Some rows behind this one, in order; they may have a gap. */
  async rowsAfter(
    document: string,
    seq: number,
    upTo: number,
    tx: EntityManager = this.database.manager,
  ): Promise<readonly WrittenRow[]> {
    const rows: {
      seq: string;
      data: Buffer;
      person_id: string | null;
      organisation_id: string | null;
      at: Date;
    }[] = await tx.query(
      `SELECT seq, data, person_id, organisation_id, at FROM collab_update
       WHERE document_id = $1 AND seq > $2 AND seq <= $3 AND model = ${textModel} ORDER BY seq LIMIT ${rowsAtOnce}`,
      [document, seq, upTo],
    );
    return rows.map((row) => ({
      ...{ seq: Number(row.seq), update: row.data, at: row.at },
      ...{ personId: row.person_id, organisationId: row.organisation_id },
    }));
  }

  /**
   * Reads the text as it was when row `seq` had been written; `reader` must not write, and keeps nothing of it. Throws
   * `HistoryGap`. Rows without a state that is kept near them are replayed once, and states kept on the way.
   */
  async at<Result>(document: string, seq: number, reader: (text: Y.Doc) => Result): Promise<Result> {
    const doc = new Y.Doc();
    rootsOf(doc);
    try {
      await this.replay(doc, document, seq);
      return reader(doc);
    } finally {
      doc.destroy();
    }
  }

  private async replay(doc: Y.Doc, document: string, seq: number): Promise<void> {
    const span = await this.span(document);
    if (!span || seq < span.first || seq > span.last) throw new HistoryGap(0);
    const base = await this.stateBelow(document, seq, span.first);
    if (base) Y.applyUpdate(doc, base.state);
    let at = base?.seq ?? span.first - 1;
    while (at < seq) {
      const rows = await this.rowsAfter(document, at, seq);
      const whole = rows.findIndex((row, index) => row.seq !== at + index + 1);
      if (rows.length === 0 || whole >= 0) throw new HistoryGap(whole > 0 ? rows[whole - 1]!.seq : at);
      doc.transact(() => rows.forEach(({ update }) => Y.applyUpdate(doc, update)));
      // One missing early row would leave all later ones waiting in Yjs, without an error.
      if (doc.store.pendingStructs || doc.store.pendingDs) throw new HistoryGap(at);
      at = rows.at(-1)!.seq;
      if (rows.length === rowsAtOnce) await this.keepState(document, span.epoch, at, doc);
    }
  }

  /** The nearest one that is whole. */
  private async stateBelow(document: string, seq: number, first: number) {
    for (let passedOver = 0; ; passedOver++) {
      const [row]: StateRow[] = await this.database.query(
        `SELECT seq, state, checksum FROM collab_snapshot
         WHERE document_id = $1 AND model = ${textModel} AND seq <= $2 AND seq >= $3
         ORDER BY seq DESC LIMIT 1 OFFSET $4`,
        [document, seq, first, passedOver],
      );
      if (!row) return null;
      if (checksumOf(row.state).equals(row.checksum)) return { seq: Number(row.seq), state: row.state };
    }
  }

  private async keepState(document: string, epoch: number, seq: number, doc: Y.Doc): Promise<void> {
    const state = Buffer.from(Y.encodeStateAsUpdate(doc));
    await this.database.query(
      `INSERT INTO collab_snapshot (document_id, seq, state, checksum, at, model)
       SELECT $1, $2, $3, $4, u.at, ${textModel} FROM collab_update u
         JOIN collab_document d ON d.id = u.document_id AND d.epoch = $5
       WHERE u.document_id = $1 AND u.seq = $2 FOR SHARE OF d
       ON CONFLICT (document_id, seq) DO NOTHING`,
      [document, seq, state, checksumOf(state), epoch],
    );
  }
}
