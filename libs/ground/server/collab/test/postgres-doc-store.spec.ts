import { newId } from '@plenary/ground/kernel';
import { Metrics, UnitOfWork } from '@plenary/ground/server';
import { UnreadableDocument } from '@plenary/ground/collab/engine';
import { describeDocStore, Hold } from '@plenary/ground/testing';
import { PostgresDocStore } from '../index.js';
import { startTexts, type TextsUnderTest } from './test-texts.js';

const begin = (house: TextsUnderTest, document: string) =>
  house.app.get(UnitOfWork).run(null, (tx) => house.collab.createDocument(tx, document));

describeDocStore('PostgresDocStore', async () => {
  const house = await startTexts();
  const store = house.app.get(PostgresDocStore);
  return { store, create: (document) => begin(house, document), close: () => house.close() };
});

describe('PostgresDocStore', () => {
  let house: TextsUnderTest;
  let store: PostgresDocStore;
  let document: string;
  const entries = (count: number) =>
    Array.from({ length: count }, () => ({ update: new Uint8Array([0, 0]), author: null, clientId: null }));

  beforeAll(async () => {
    house = await startTexts();
    store = house.app.get(PostgresDocStore);
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    document = `text:${newId()}`;
    await begin(house, document);
    await store.append(document, 1, entries(3));
  });

  it('SYNC-5 a snapshot that fails its checksum is passed over for the one before', async () => {
    await store.writeSnapshot(document, 1, { seq: 1, state: new Uint8Array([0, 0]) });
    await store.writeSnapshot(document, 1, { seq: 2, state: new Uint8Array([0, 0]) });
    const damage = (seq: number) =>
      house.database.query(
        `UPDATE collab_snapshot SET state = '\\x00ff'::bytea WHERE document_id = $1 AND seq = $2`,
        [document, seq],
      );
    await damage(2);
    expect(await store.load(document)).toMatchObject({
      snapshot: { seq: 1 },
      rows: [{ seq: 2 }, { seq: 3 }],
    });
    await damage(1);
    const fromJournal = await store.load(document);
    expect(fromJournal!.snapshot).toBeNull();
    expect(fromJournal!.rows).toHaveLength(3);
    // Told to operators: once at the first reading, of both at the second.
    const metrics = house.app.get(Metrics);
    expect(metrics.figures().damaged).toBe(3);
    expect(await metrics.registry.metrics()).toContain('plenary_snapshots_damaged_total 3');
  });

  it('SYNC-5 keeps three snapshots', async () => {
    for (const seq of [1, 2, 3])
      await store.writeSnapshot(document, 1, { seq, state: new Uint8Array([0, 0]) });
    await store.append(document, 1, entries(1));
    await store.writeSnapshot(document, 1, { seq: 4, state: new Uint8Array([0, 0]) });
    const rows = await house.database.query(
      'SELECT seq FROM collab_snapshot WHERE document_id = $1 ORDER BY seq',
      [document],
    );
    expect(rows.map((row: { seq: string }) => Number(row.seq))).toEqual([2, 3, 4]);
  });

  it('SYNC-4 a journal with a hole is an error and no shorter text', async () => {
    await house.database.query('DELETE FROM collab_update WHERE document_id = $1 AND seq = 2', [document]);
    await expect(store.load(document)).rejects.toThrow(UnreadableDocument);
  });

  it('SYNC-4 a journal whose end is missing, too', async () => {
    await house.database.query('DELETE FROM collab_update WHERE document_id = $1 AND seq = 3', [document]);
    await expect(store.load(document)).rejects.toThrow(UnreadableDocument);
  });

  it('SYNC-6 waits for a commit under way before it says what was written', async () => {
    const counted = 'UPDATE collab_document SET seq = seq + 1 WHERE id = $1';
    const other = await Hold.of(house.database, counted, [document]);
    await other.query(
      `INSERT INTO collab_update (document_id, seq, data, at, model) VALUES ($1, 4, '\\x0000', now(), 2)`,
      [document],
    );
    const rows = store.readAfter(document, 3);
    await other.waiting(1);
    await other.release();
    expect((await rows).map((row) => row.seq)).toEqual([4]);
  });
});
