import { createHash, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import {
  UnreadableDocument,
  type Author,
  type DocStore,
  type JournalEntry,
  type JournalRow,
  type StoredDocument,
} from '@plenary/ground/collab/engine';
import { systemClock, type PersonId } from '@plenary/ground/kernel';

/** Snapshots kept behind the newest, in case its checksum fails (SYNC-5). */
const snapshotsKept = 3;

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
    INSERT INTO collab_update (document_id, seq, data, person_id, organisation_id, client_id, at)
    SELECT $1, head.seq - $3::int + entry.place, entry.data, entry.person_id, entry.organisation_id,
           entry.client_id, $8
    FROM head, unnest($4::bytea[], $5::uuid[], $6::uuid[], $7::bigint[])
      WITH ORDINALITY AS entry (data, person_id, organisation_id, client_id, place)
  )
  SELECT seq FROM head`;

/** Documents in PostgreSQL. */
@Injectable()
export class PostgresDocStore implements DocStore {
  constructor(private readonly database: DataSource) {}

  async load(document: string): Promise<StoredDocument | null> {
    // One moment for all three: a row that is committed in between belongs to the next reading.
    return this.database.transaction('REPEATABLE READ', async (tx) => {
      const [head] = await tx.query('SELECT epoch, seq FROM collab_document WHERE id = $1', [document]);
      if (!head) return null;
      const snapshot = await this.newestWhole(tx, document);
      const rows = await this.rowsAfter(tx, document, snapshot?.seq ?? 0);
      const seq = Number(head.seq);
      const first = snapshot?.seq ?? 0;
      // SYNC-4: a journal with a hole is an error, never a shorter text.
      if (rows.length !== seq - first || rows.some((row, index) => row.seq !== first + index + 1)) {
        throw new UnreadableDocument('the journal is not dense');
      }
      return { epoch: head.epoch, seq, snapshot, rows };
    });
  }

  /** One statement: the number, the rows and their commit (SYNC-1). The document's row is the lock among processes. */
  async append(document: string, epoch: number, entries: readonly JournalEntry[]) {
    const { rows } = await this.pool.query<{ seq: string }>({
      name: 'append',
      text: appendText,
      values: [
        document,
        epoch,
        entries.length,
        entries.map((entry) => bufferOf(entry.update)),
        entries.map((entry) => entry.author?.personId ?? null),
        entries.map((entry) => entry.author?.organisationId ?? null),
        entries.map((entry) => entry.clientId),
        new Date(systemClock.now()),
      ],
    });
    const [head] = rows;
    if (!head) throw new Error('no such document in this epoch');
    const lastSeq = Number(head.seq);
    return { firstSeq: lastSeq - entries.length + 1, lastSeq };
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

  async heads(documents: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows: { id: string; seq: string }[] = await this.database.query(
      'SELECT id, seq FROM collab_document WHERE id = ANY($1)',
      [documents],
    );
    return new Map(rows.map(({ id, seq }) => [id, Number(seq)]));
  }

  async writeSnapshot(document: string, snapshot: { seq: number; state: Uint8Array }): Promise<void> {
    const state = bufferOf(snapshot.state);
    await this.database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO collab_snapshot (document_id, seq, state, checksum, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (document_id, seq) DO NOTHING`,
        [document, snapshot.seq, state, checksumOf(state), new Date(systemClock.now())],
      );
      await tx.query(
        `DELETE FROM collab_snapshot WHERE document_id = $1 AND seq NOT IN (
           SELECT seq FROM collab_snapshot WHERE document_id = $1 ORDER BY seq DESC LIMIT ${snapshotsKept})`,
        [document],
      );
    });
  }

  grantClientIds(document: string, author: Author | null, count: number): Promise<readonly number[]> {
    return this.grant(this.database.manager, document, author, count);
  }

  /** As `grantClientIds`, within a transaction of the caller. */
  async grant(
    tx: EntityManager,
    document: string,
    author: Author | null,
    count: number,
  ): Promise<readonly number[]> {
    const granted: number[] = [];
    while (granted.length < count) {
      // Random, so that nobody can tell from an id when or to whom it was given.
      const wanted = Array.from({ length: count - granted.length }, () => randomInt(1, 2 ** 32));
      const rows: { client_id: string }[] = await tx.query(
        `INSERT INTO collab_client (document_id, client_id, person_id, organisation_id, at)
         SELECT $1, id, $3, $4, $5 FROM unnest($2::bigint[]) AS id ON CONFLICT DO NOTHING RETURNING client_id`,
        [
          document,
          wanted,
          author?.personId ?? null,
          author?.organisationId ?? null,
          new Date(systemClock.now()),
        ],
      );
      granted.push(...rows.map((row) => Number(row.client_id)));
    }
    return granted;
  }

  async ownersOf(
    document: string,
    clientIds: readonly number[],
  ): Promise<ReadonlyMap<number, PersonId | null>> {
    const rows: { client_id: string; person_id: string | null }[] = await this.database.query(
      'SELECT client_id, person_id FROM collab_client WHERE document_id = $1 AND client_id = ANY($2)',
      [document, clientIds],
    );
    return new Map(rows.map((row) => [Number(row.client_id), row.person_id]));
  }

  /** Most often the first one is whole; the others are read only when it is not. */
  private async newestWhole(tx: EntityManager, document: string): Promise<StoredDocument['snapshot']> {
    for (let passedOver = 0; ; passedOver++) {
      const [row]: SnapshotRow[] = await tx.query(
        `SELECT seq, state, checksum FROM collab_snapshot WHERE document_id = $1
         ORDER BY seq DESC LIMIT 1 OFFSET $2`,
        [document, passedOver],
      );
      if (!row) return null;
      if (checksumOf(row.state).equals(row.checksum)) return { seq: Number(row.seq), state: row.state };
    }
  }

  /** TypeORM has no statements that the database keeps ready; planning this one anew costs more than carrying it out. */
  private get pool(): Pool {
    return (this.database.driver as unknown as { readonly master: Pool }).master;
  }

  private async rowsAfter(tx: EntityManager, document: string, seq: number): Promise<JournalRow[]> {
    const rows: { seq: string; data: Buffer }[] = await tx.query(
      'SELECT seq, data FROM collab_update WHERE document_id = $1 AND seq > $2 ORDER BY seq',
      [document, seq],
    );
    return rows.map((row) => ({ seq: Number(row.seq), update: row.data }));
  }
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const checksumOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
