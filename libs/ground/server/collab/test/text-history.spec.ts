import * as Y from 'yjs';
import { newId } from '@plenary/ground/kernel';
import { UnitOfWork } from '@plenary/ground/server';
import { firstUpdate, pictureOf } from '@plenary/ground/text';
import { HistoryGap, PostgresDocStore, TextHistory } from '../index.js';
import { startTexts, type TextsUnderTest } from './test-texts.js';

const rules = { version: 1, attributes: {}, usual: {}, embeds: {}, formats: {} };

/** Numbers below a bound, the same ones each time. */
function numbers(seed: number): (below: number) => number {
  let now = seed;
  return (below) => {
    now = (now * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((now / 2_147_483_648) * below);
  };
}

describe('SYNC-50 any moment of a text', () => {
  let house: TextsUnderTest;
  let history: TextHistory;
  let store: PostgresDocStore;
  let document: string;
  let updates: Uint8Array[];

  beforeAll(async () => {
    house = await startTexts();
    history = house.app.get(TextHistory);
    store = house.app.get(PostgresDocStore);
  });
  afterAll(() => house.close());

  /** A text of so many rows, each of which writes or deletes a character somewhere. */
  async function textOf(rows: number): Promise<void> {
    document = `text:${newId()}`;
    const random = numbers(rows);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, firstUpdate([{ attributes: {}, content: [{ text: 'Begun' }] }], rules, 1));
    updates = [Y.encodeStateAsUpdate(doc)];
    doc.clientID = 2;
    doc.on('update', (update: Uint8Array) => updates.push(update));
    const text = doc.getText('text');
    while (updates.length < rows) {
      const place = 1 + random(text.length - 2);
      if (random(4) === 0 && text.length > 20) text.delete(place, 1);
      else text.insert(place, 'etaoin shrdlu'[random(13)]!);
    }
    await house.app.get(UnitOfWork).run(null, (tx) => house.collab.createDocument(tx, document));
    for (let at = 0; at < rows; at += 500) {
      const entries = updates.slice(at, at + 500).map((update) => ({ update, author: null, clientId: null }));
      await store.append(document, 1, entries);
    }
  }

  /** By plain Yjs, from the beginning. */
  function replayed(seq: number): string {
    const doc = new Y.Doc();
    doc.transact(() => updates.slice(0, seq).forEach((update) => Y.applyUpdate(doc, update)));
    return pictureOf(doc);
  }
  const at = (seq: number) => history.at(document, seq, pictureOf);
  const states = async (): Promise<number[]> => {
    const rows: { seq: string }[] = await house.database.query(
      'SELECT seq FROM collab_snapshot WHERE document_id = $1 ORDER BY seq',
      [document],
    );
    return rows.map(({ seq }) => Number(seq));
  };
  const gapAfter = (seq: number) =>
    at(seq).then(
      () => null,
      (reason: unknown) => (reason instanceof HistoryGap ? reason.after : reason),
    );

  it('equals an independent replay, and is near a state that was kept once it was read', async () => {
    await textOf(2_600);
    expect(await states()).toEqual([]);
    for (const seq of [2_600, 1, 2, 999, 1_000, 1_001, 2_345]) expect(await at(seq)).toBe(replayed(seq));
    expect(await states()).toEqual([1_000, 2_000]);
    // What is kept is really used: without the rows below it, moments above are read as before.
    await house.database.query('DELETE FROM collab_update WHERE document_id = $1 AND seq < 1000', [document]);
    expect(await at(1_001)).toBe(replayed(1_001));
    expect(await gapAfter(998)).toBe(0);
  });

  it('a state that fails its checksum is passed over', async () => {
    await textOf(2_100);
    await at(2_050);
    await house.database.query(
      `UPDATE collab_snapshot SET state = '\\x00ff'::bytea WHERE document_id = $1 AND seq = 2000`,
      [document],
    );
    expect(await at(2_050)).toBe(replayed(2_050));
  });

  it('a gap is told and never waited for', async () => {
    await textOf(40);
    await house.database.query('DELETE FROM collab_update WHERE document_id = $1 AND seq IN (20, 21)', [
      document,
    ]);
    expect(await at(19)).toBe(replayed(19));
    expect([await gapAfter(20), await gapAfter(22), await gapAfter(40)]).toEqual([19, 19, 19]);
    expect([await gapAfter(0), await gapAfter(41)]).toEqual([0, 0]);
  });

  it('snapshots that are no longer needed for opening stay, one for each thousand rows', async () => {
    await textOf(4_200);
    for (let seq = 500; seq <= 4_000; seq += 500)
      await store.writeSnapshot(document, 1, { seq, state: new Uint8Array([0, 0]) });
    expect(await states()).toEqual([1_000, 2_000, 3_000, 3_500, 4_000]);
    // Of a large text fewer: together they grow with the journal, not with its square.
    await textOf(4_200);
    for (let seq = 500; seq <= 4_000; seq += 500)
      await store.writeSnapshot(document, 1, { seq, state: new Uint8Array(512_000) });
    expect(await states()).toEqual([2_000, 3_000, 3_500, 4_000]);
  });
});
