import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import * as Y from 'yjs';
import type { Author } from '@plenary/ground/collab/engine';
import { Clock } from '@plenary/ground/kernel';
import type { Transaction } from '@plenary/ground/server';
import {
  charactersOfPassage,
  charactersToErase,
  deletionOf,
  FlatText,
  mostCharacters,
  rootsOf,
  textModel,
  withoutCharacters,
  wordsPattern,
  type PassageOfParagraph,
  type ToErase,
} from '@plenary/ground/text';
import { checksumOf } from './checksum.js';
import { HistoryGap } from './text-history.js';

/** Words to erase, and every character that has to go with them. */
export interface ErasablePassage extends ToErase {
  readonly words: string;
  readonly pattern: RegExp;
}

/** No such paragraph stands there at that moment, or it is too few characters, or too many at once. */
export type NothingToErase = 'paragraph-unknown' | 'too-short' | 'too-long';

interface Row {
  readonly seq: string;
  readonly data: Buffer;
}

/** A text with every row that counts. */
export interface WrittenText {
  readonly document: string;
  readonly rows: readonly Row[];
}

/** An update that says nothing. */
const nothing = Buffer.from([0, 0]);

/**
 * SYNC-52: takes words out of a text for good: out of its rows and of the states that are kept, under the numbers that
 * they had. Judges no rights.
 */
@Injectable()
export class TextErasing {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** All that was ever written in a text: read once, to look for words in it and to erase them. */
  async read(document: string, tx: EntityManager = this.database.manager): Promise<WrittenText> {
    const rows: readonly Row[] = await tx.query(
      `SELECT seq, data FROM collab_update WHERE document_id = $1 AND model = $2 ORDER BY seq`,
      [document, textModel],
    );
    return { document, rows };
  }

  /** What is to go with a passage of the text as it was when row `seq` had been written. Throws `HistoryGap`. */
  find({ rows }: WrittenText, seq: number, passage: PassageOfParagraph): ErasablePassage | NothingToErase {
    // What is deleted can still be read.
    const doc = new Y.Doc({ gc: false });
    rootsOf(doc);
    try {
      const behind = rows.findIndex((row) => Number(row.seq) > seq);
      take(doc, behind < 0 ? rows : rows.slice(0, behind));
      const chosen = charactersOfPassage(new FlatText(doc), passage);
      if (!chosen) return 'paragraph-unknown';
      const { words, characters } = chosen;
      if (words.length > mostCharacters) return 'too-long';
      const pattern = wordsPattern(words);
      if (!pattern) return 'too-short';
      if (behind >= 0) take(doc, rows.slice(behind));
      return { words, pattern, ...charactersToErase(new FlatText(doc), characters, pattern) };
    } finally {
      doc.destroy();
    }
  }

  /**
   * Erases within the caller's transaction, in which the text was read after `lock`. A row of its own deletes what stands in
   * the text, so that all that follows from texts is made anew; a new epoch lets every device take the text anew (SYNC-24).
   * Answers the number of that row. After the commit: `CollabService.reopened`, in every process.
   */
  async erase(
    { manager }: Transaction,
    { document, rows }: WrittenText,
    { personId, organisationId }: Author,
    { characters, standing }: ToErase,
  ): Promise<number> {
    for (const { seq, data } of rows) {
      const left = withoutCharacters(data, characters);
      if (left !== data)
        await manager.query('UPDATE collab_update SET data = $3 WHERE document_id = $1 AND seq = $2', [
          ...[document, seq, Buffer.from(left)],
        ]);
    }
    await this.eraseStates(document, characters, manager);
    const [[head]]: [{ seq: string }[], number] = await manager.query(
      'UPDATE collab_document SET seq = seq + 1, epoch = epoch + 1 WHERE id = $1 RETURNING seq',
      [document],
    );
    await manager.query(
      `INSERT INTO collab_update (document_id, seq, data, person_id, organisation_id, client_id, at, model)
       VALUES ($1, $2, $3, $4, $5, NULL, $6, $7)`,
      [
        ...[document, head!.seq, Buffer.from(deletionOf(standing)), personId, organisationId],
        ...[new Date(this.clock.now()), textModel],
      ],
    );
    return Number(head!.seq);
  }

  /** Nobody writes into the text until the transaction ends. */
  async lock({ manager }: Transaction, document: string): Promise<void> {
    await manager.query('SELECT seq FROM collab_document WHERE id = $1 FOR NO KEY UPDATE', [document]);
  }

  /** Of another model nothing can be read any more, so nothing of it is kept. */
  private async eraseStates(
    document: string,
    characters: ToErase['characters'],
    tx: EntityManager,
  ): Promise<void> {
    await tx.query('UPDATE collab_update SET data = $2 WHERE document_id = $1 AND model <> $3', [
      ...[document, nothing, textModel],
    ]);
    await tx.query('DELETE FROM collab_snapshot WHERE document_id = $1 AND model <> $2', [
      document,
      textModel,
    ]);
    const states: { seq: string }[] = await tx.query(
      'SELECT seq FROM collab_snapshot WHERE document_id = $1',
      [document],
    );
    for (const { seq } of states) {
      const [{ state }] = await tx.query(
        'SELECT state FROM collab_snapshot WHERE document_id = $1 AND seq = $2',
        [document, seq],
      );
      const left = Buffer.from(withoutCharacters(state as Buffer, characters));
      await tx.query(
        'UPDATE collab_snapshot SET state = $3, checksum = $4 WHERE document_id = $1 AND seq = $2',
        [document, seq, left, checksumOf(left)],
      );
    }
  }
}

function take(doc: Y.Doc, rows: readonly Row[]): void {
  doc.transact(() => rows.forEach(({ data }) => Y.applyUpdate(doc, data)));
  if (doc.store.pendingStructs ?? doc.store.pendingDs) throw new HistoryGap(0);
}
