import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import {
  UnreadableDocument,
  type Author,
  type DocStore,
  type JournalEntry,
  type JournalRow,
  type RowsBy,
  type StoredDocument,
} from '@plenary/ground/collab/engine';
import { Clock, type OrganisationId, type PersonId } from '@plenary/ground/kernel';
import { Metrics } from '@plenary/ground/server';
import { textModel } from '@plenary/ground/text';
import { CarryOver } from './carry-over.js';
import { checksumOf } from './checksum.js';
import { grantIds } from './grant-ids.js';
import { rowsAtOnce } from './text-history.js';

/** Snapshots kept at the end, in case the checksum of the newest fails (SYNC-5). */
const snapshotsKept = 3;

/**
 * SYNC-50: before those, one is kept for each so many rows, so that any moment is near one; of a large text for more,
 * so that all of them together grow with the journal and not with its square.
 */
const bytesPerRow = 256;

/** Rows, and bytes of them, that are answered at once to whoever looks for some in the journal. */
const rowsByAtOnce = 200;
const bytesAtOnce = 4_000_000;

/** How long a commit of unknown outcome is waited for before the question is asked again later. */
const longestWaitMs = 2_000;

interface SnapshotRow {
  seq: string;
  state: Buffer;
  checksum: Buffer;
}

const appendText = `
  WITH head AS (
    UPDATE collab_document SET seq = seq + $3::int WHERE id = $1 AND epoch = $2 RETURNING seq
  ), written AS (
    INSERT INTO collab_update (document_id, seq, data, person_id, organisation_id, client_id, at, model)
    SELECT $1, head.seq - $3::int + entry.place, entry.data, entry.person_id, entry.organisation_id,
           entry.client_id, $8, ${textModel}
    FROM head, unnest($4::bytea[], $5::uuid[], $6::uuid[], $7::bigint[])
      WITH ORDINALITY AS entry (data, person_id, organisation_id, client_id, place)
  )
  SELECT seq FROM head`;

/** Rows of this person (null: of nobody), or those that begin with one of these client ids; the newest first. */
const rowsByText = `
  SELECT seq, data FROM (
    SELECT seq, data, sum(octet_length(data)) OVER (ORDER BY seq DESC) - octet_length(data) AS before FROM (
      SELECT seq, data FROM collab_update
      WHERE document_id = $1 AND model = ${textModel} AND seq < $2
        AND (client_id = ANY($3::bigint[]) OR ($4 AND person_id IS NOT DISTINCT FROM $5::uuid))
      ORDER BY seq DESC LIMIT ${rowsByAtOnce}) AS newest) AS weighed
  WHERE before < ${bytesAtOnce} ORDER BY seq DESC`;

/** Documents in PostgreSQL. */
@Injectable()
export class PostgresDocStore implements DocStore {
  constructor(
    private readonly database: DataSource,
    private readonly carryOver: CarryOver,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  async load(document: string): Promise<StoredDocument | null> {
    const found = await this.find(document);
    if (found !== 'of an older model') return found;
    await this.carryOver.one(document);
    const carried = await this.find(document);
    return carried === 'of an older model' ? null : carried;
  }

  private async find(document: string): Promise<StoredDocument | 'of an older model' | null> {
    // One moment for all three: a row that is committed in between belongs to the next reading.
    return this.database.transaction('REPEATABLE READ', async (tx) => {
      const [head] = await tx.query('SELECT epoch, seq, model, floor FROM collab_document WHERE id = $1', [
        document,
      ]);
      if (!head) return null;
      if (head.model !== textModel) return 'of an older model';
      const [seq, floor] = [Number(head.seq), Number(head.floor)];
      const snapshot = await this.newestWhole(tx, document, floor);
      const first = snapshot?.seq ?? Math.max(0, floor - 1);
      const rows = await this.rowsAfter(tx, document, first);
      // SYNC-4: a journal with a hole is an error, never a shorter text.
      if (rows.length !== seq - first || rows.some((row, index) => row.seq !== first + index + 1)) {
        throw new UnreadableDocument('the journal is not dense');
      }
      return { epoch: head.epoch, seq, floor, snapshot, rows };
    });
  }

  /** One statement: the number, the rows and their commit (SYNC-1). The document's row is the lock among processes. */
  async append(document: string, epoch: number, entries: readonly JournalEntry[]) {
    const values = [
      document,
      epoch,
      entries.length,
      entries.map((entry) => bufferOf(entry.update)),
      entries.map((entry) => entry.author?.personId ?? null),
      entries.map((entry) => entry.author?.organisationId ?? null),
      entries.map((entry) => entry.clientId),
      new Date(this.clock.now()),
    ];
    if (entries.some(({ andThen }) => andThen)) return this.appendWithMore(values, entries);
    const { rows } = await this.pool.query<{ seq: string }>({ name: 'append', text: appendText, values });
    return numbersOf(rows, entries.length);
  }

  /** Rarely more goes along with the rows, in one transaction with them. */
  private appendWithMore(values: readonly unknown[], entries: readonly JournalEntry[]) {
    return this.database.transaction(async (tx) => {
      const rows: { seq: string }[] = await tx.query(appendText, [...values]);
      const numbers = numbersOf(rows, entries.length);
      for (const [at, { andThen }] of entries.entries()) await andThen?.(tx, numbers.firstSeq + at);
      return numbers;
    });
  }

  readAfter(document: string, seq: number): Promise<readonly JournalRow[]> {
    return this.database.transaction(async (tx) => {
      // An append whose caller lost the line may still be at work on the server: its lock is waited for.
      await tx.query(`SET LOCAL lock_timeout = ${longestWaitMs}`);
      await tx.query('SELECT seq FROM collab_document WHERE id = $1 FOR SHARE', [document]);
      return this.rowsAfter(tx, document, seq);
    });
  }

  readCommitted(document: string, seq: number): Promise<readonly JournalRow[]> {
    return this.rowsAfter(this.database.manager, document, seq);
  }

  async rowsBy(document: string, { personId, clientIds }: RowsBy, below: number) {
    const rows: { seq: string; data: Buffer }[] = await this.database.query(rowsByText, [
      document,
      Number.isFinite(below) ? below : Number.MAX_SAFE_INTEGER,
      clientIds ?? [],
      personId !== undefined,
      personId ?? null,
    ]);
    return rows.map((row) => ({ seq: Number(row.seq), update: row.data }));
  }

  async heads(documents: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows: { id: string; seq: string }[] = await this.database.query(
      'SELECT id, seq FROM collab_document WHERE id = ANY($1)',
      [documents],
    );
    return new Map(rows.map(({ id, seq }) => [id, Number(seq)]));
  }

  async writeSnapshot(
    document: string,
    epoch: number,
    snapshot: { readonly seq: number; readonly state: Uint8Array },
  ): Promise<void> {
    const state = bufferOf(snapshot.state);
    await this.database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO collab_snapshot (document_id, seq, state, checksum, at, model)
         SELECT id, $2, $3, $4, $5, ${textModel} FROM collab_document WHERE id = $1 AND epoch = $6 FOR SHARE
         ON CONFLICT (document_id, seq) DO NOTHING`,
        [document, snapshot.seq, state, checksumOf(state), new Date(this.clock.now()), epoch],
      );
      await tx.query(
        `DELETE FROM collab_snapshot s WHERE document_id = $1 AND model = ${textModel} AND seq NOT IN (
           SELECT seq FROM collab_snapshot WHERE document_id = $1 AND model = ${textModel}
           ORDER BY seq DESC LIMIT ${snapshotsKept})
         AND (s.seq < greatest(${rowsAtOnce}, octet_length(s.state) / ${bytesPerRow})
           OR EXISTS (SELECT FROM collab_snapshot b WHERE b.document_id = $1 AND b.model = ${textModel}
             AND b.seq < s.seq AND b.seq > s.seq - greatest(${rowsAtOnce}, octet_length(s.state) / ${bytesPerRow})))`,
        [document],
      );
    });
  }

  grantClientIds(document: string, author: Author | null, count: number): Promise<readonly number[]> {
    return grantIds(this.database.manager, document, author, count, new Date(this.clock.now()));
  }

  async ownersOf(
    document: string,
    clientIds: readonly number[],
  ): Promise<ReadonlyMap<number, Author | null>> {
    const rows: { client_id: string; person_id: PersonId | null; organisation_id: OrganisationId | null }[] =
      await this.database.query(
        `SELECT client_id, person_id, organisation_id FROM collab_client
         WHERE document_id = $1 AND client_id = ANY($2) AND model = ${textModel}`,
        [document, clientIds],
      );
    return new Map(
      rows.map(({ client_id, person_id: personId, organisation_id: organisationId }) => [
        Number(client_id),
        personId === null ? null : { personId, organisationId },
      ]),
    );
  }

  /** Most often the first one is whole; the others are read only when it is not. */
  private async newestWhole(
    tx: EntityManager,
    document: string,
    floor: number,
  ): Promise<StoredDocument['snapshot']> {
    for (let passedOver = 0; ; passedOver++) {
      const [row]: SnapshotRow[] = await tx.query(
        `SELECT seq, state, checksum FROM collab_snapshot
         WHERE document_id = $1 AND model = ${textModel} AND seq >= $3
         ORDER BY seq DESC LIMIT 1 OFFSET $2`,
        [document, passedOver, floor],
      );
      if (!row) return null;
      if (checksumOf(row.state).equals(row.checksum)) return { seq: Number(row.seq), state: row.state };
      this.metrics.passedOver(document);
    }
  }

  /** TypeORM has no statements that the database keeps ready; planning this one anew costs more than carrying it out. */
  private get pool(): Pool {
    return (this.database.driver as unknown as { readonly master: Pool }).master;
  }

  private async rowsAfter(tx: EntityManager, document: string, seq: number): Promise<JournalRow[]> {
    const rows: { seq: string; data: Buffer }[] = await tx.query(
      `SELECT seq, data FROM collab_update
       WHERE document_id = $1 AND seq > $2 AND model = ${textModel} ORDER BY seq`,
      [document, seq],
    );
    return rows.map((row) => ({ seq: Number(row.seq), update: row.data }));
  }
}

function numbersOf([head]: readonly { seq: string }[], count: number) {
  if (!head) throw new Error('no such document in this epoch');
  const lastSeq = Number(head.seq);
  return { firstSeq: lastSeq - count + 1, lastSeq };
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
