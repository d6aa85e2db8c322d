import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import * as Y from 'yjs';
import { UnreadableDocument, type Peer } from '@plenary/ground/collab/engine';
import { systemClock, type Actor } from '@plenary/ground/kernel';
import {
  checkBackup,
  dataSourceOptions,
  FileStore,
  fileStoreOf,
  groundMigrations,
  Metrics,
  migrate,
  readBackup,
  type MigrationList,
} from '@plenary/ground/server';
import {
  beginNewEpoch,
  CarryOver,
  collabMigrations,
  CollabService,
  DocumentKinds,
  PostgresDocStore,
} from '@plenary/ground/server/collab';
import { authorsOf, firstUpdate, pictureOf, rootsOf, textModel } from '@plenary/ground/text';
import { documentOf, readParagraphs, statementRules } from '@plenary/statements/domain';
import { testConnection } from '@plenary/ground/testing';
import { FakeClock } from '@plenary/ground/testing/time';
import { startStatements, statementsHouse, type StatementsUnderTest } from '@plenary/statements/testing';
import { within } from './live-texts.js';
import { oldBackup, oldDevice, oldStatements, signsOf, signsOfOld } from './old-texts.js';

const forum = oldDevice().document;
const statements = Object.entries(oldStatements());

describe('texts that were trees of elements', () => {
  let rooms: StatementsUnderTest;
  let collab: CollabService;
  let store: PostgresDocStore;
  let journalBefore: unknown;

  const query = (sql: string, ...values: unknown[]) => rooms.database.query(sql, values);
  const headOf = async (document: string) =>
    (
      await query('SELECT model, epoch, seq::int, floor::int FROM collab_document WHERE id = $1', document)
    )[0];
  /** Everything that was there before. */
  const oldJournal = () =>
    query(`SELECT document_id, seq, md5(data) AS data, person_id, organisation_id, client_id, at
           FROM collab_update WHERE model = 1 ORDER BY document_id, seq`);
  const rowsOfThisModel = async (document: string) =>
    Number(
      (
        await query('SELECT count(*) AS n FROM collab_update WHERE document_id = $1 AND model = 2', document)
      )[0].n,
    );

  /** As a process of its own has it. */
  function anotherStore(): PostgresDocStore {
    const kinds = rooms.app.get(DocumentKinds);
    return new PostgresDocStore(
      rooms.database,
      new CarryOver(rooms.database, kinds, rooms.app.get(Metrics), systemClock),
      rooms.app.get(Metrics),
      systemClock,
    );
  }

  /** As it was before it was first opened. */
  async function rewind(document: string): Promise<void> {
    for (const table of ['collab_update', 'collab_snapshot', 'collab_client']) {
      await query(`DELETE FROM ${table} WHERE document_id = $1 AND model = 2`, document);
    }
    await query(
      `UPDATE collab_document SET model = 1, floor = 0, epoch = 2,
         seq = (SELECT max(seq) FROM collab_update WHERE document_id = $1) WHERE id = $1`,
      document,
    );
  }

  async function load(document: string, from = store): Promise<Y.Doc> {
    const stored = (await from.load(document))!;
    const doc = new Y.Doc();
    rootsOf(doc);
    if (stored.snapshot) Y.applyUpdate(doc, stored.snapshot.state);
    for (const { update } of stored.rows) Y.applyUpdate(doc, update);
    return doc;
  }

  beforeAll(async () => {
    rooms = await startStatements();
    collab = rooms.app.get(CollabService);
    store = rooms.app.get(PostgresDocStore);
    // These specs say themselves when the rest is carried over.
    await rooms.app.get(CarryOver).beforeApplicationShutdown();
    // A later version keeps no dates of characters, and logos as files.
    await query('CREATE TABLE picture (id uuid, type text, bytes bytea, created_at timestamptz)');
    await query('ALTER TABLE mail ADD COLUMN attempts integer, ADD COLUMN due_at timestamptz');
    await readBackup(rooms.database, rooms.app.get(FileStore), oldBackup, beginNewEpoch);
    await query('ALTER TABLE mail DROP COLUMN attempts, DROP COLUMN due_at');
    await query('DROP TABLE picture');
    journalBefore = await oldJournal();
  }, 60_000);
  afterAll(() => rooms.close());

  it('TXT-5, STM-12 open with every word, id, kind, format, note and author', async () => {
    expect(statements).toHaveLength(5);
    for (const [id, expected] of statements) {
      const document = documentOf(id);
      const authors = await collab.authorsOf(document);
      const found = await collab.read(document, (doc) => signsOf(doc, authors));
      expect(found.map((each) => each.id)).toEqual(expected.paragraphs.map((each) => each.id));
      signsOfOld(expected).forEach((paragraph, at) => expect(found[at]).toEqual(paragraph));
      expect(await headOf(document)).toEqual({
        ...{ model: textModel, epoch: 3, seq: expected.seq + 1, floor: expected.seq + 1 },
      });
    }
  }, 60_000);

  it('SYNC-2 the old journal is as it was, and is followed by one row', async () => {
    expect(await oldJournal()).toEqual(journalBefore);
    for (const [id] of statements) expect(await rowsOfThisModel(documentOf(id))).toBe(1);
  });

  it('SYNC-5 a broken newest snapshot is passed over for the one before, and without any the journal tells all', async () => {
    const whole = readParagraphs(await load(forum));
    const damage = (offset: number) =>
      query(
        `UPDATE collab_snapshot SET state = '\\x00ff'::bytea WHERE document_id = $1 AND seq =
           (SELECT seq FROM collab_snapshot WHERE document_id = $1 ORDER BY seq DESC LIMIT 1 OFFSET $2)`,
        forum,
        offset,
      );
    const kept = await query('SELECT * FROM collab_snapshot WHERE document_id = $1', forum);
    expect(kept).toHaveLength(2);
    const found = () => rooms.app.get(Metrics).figures().damaged;
    const before = found();
    for (const offset of [0, 1]) {
      await rewind(forum);
      await damage(offset);
      expect(readParagraphs(await load(forum))).toEqual(whole);
      // Each that is passed over is counted, and so shown under Operation.
      expect(found() - before).toBe([1, 3][offset]);
    }
    for (const { seq, state } of kept) {
      await query(
        'UPDATE collab_snapshot SET state = $3 WHERE document_id = $1 AND seq = $2',
        forum,
        seq,
        state,
      );
    }
  });

  it('SYNC-5 a damaged snapshot of now never leads back to an old one', async () => {
    const doc = await load(forum);
    const { seq } = await headOf(forum);
    const { epoch } = (await store.load(forum))!;
    await store.writeSnapshot(forum, epoch, { seq, state: Y.encodeStateAsUpdate(doc) });
    expect((await store.load(forum))!).toMatchObject({ snapshot: { seq }, rows: [], floor: seq });
    await query(
      `UPDATE collab_snapshot SET state = '\\x00ff'::bytea WHERE document_id = $1 AND model = 2`,
      forum,
    );
    expect((await store.load(forum))!).toMatchObject({ snapshot: null, rows: [{ seq }] });
    expect(pictureOf(await load(forum))).toBe(pictureOf(doc));
    await query('DELETE FROM collab_snapshot WHERE model = 2');
  });

  it('SYNC-30 two processes that open it at once carry it over once', async () => {
    for (const [id, { seq }] of statements) {
      const document = documentOf(id);
      await rewind(document);
      const found = await Promise.all([load(document), load(document, anotherStore())]);
      expect(pictureOf(found[0]!)).toBe(pictureOf(found[1]!));
      expect(await headOf(document)).toMatchObject({ epoch: 3, seq: seq + 1 });
      expect(await rowsOfThisModel(document)).toBe(1);
    }
  });

  it('SYNC-6 cut off in the middle nothing is written, and it is done the next time', async () => {
    await rewind(forum);
    const before = await headOf(forum);
    await query(`CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$
                 BEGIN RAISE EXCEPTION 'the line is gone'; END $$`);
    await query('CREATE TRIGGER cut BEFORE UPDATE ON collab_document FOR EACH ROW EXECUTE FUNCTION cut()');
    await expect(store.load(forum)).rejects.toThrow('the line is gone');
    await query('DROP TRIGGER cut ON collab_document');
    expect(await headOf(forum)).toEqual(before);
    expect(await rowsOfThisModel(forum)).toBe(0);
    const granted = await query('SELECT 1 FROM collab_client WHERE document_id = $1 AND model = 2', forum);
    expect(granted).toEqual([]);
    expect(readParagraphs(await load(forum))).toHaveLength(
      oldStatements()[forum.split(':')[1]!]!.paragraphs.length,
    );
  });

  it('SYNC-12, SYNC-24 an old copy never merges, and an old client id is nobody’s', async () => {
    const { personId, clientId, spareIds } = oldDevice();
    expect((await store.ownersOf(forum, [clientId, ...spareIds])).size).toBe(0);
    const [row] = await query(
      'SELECT person_id FROM collab_client WHERE document_id = $1 AND client_id = $2',
      forum,
      clientId,
    );
    expect(row.person_id).toBe(personId);
    const peer = visitor(personId);
    collab.engine.connect(peer);
    const ask = { document: forum, schema: statementRules.version, stateVector: new Uint8Array([0]) };
    const old = {
      ...ask,
      model: 1,
      schema: 1,
      epoch: 1,
      clientIds: 4,
      stateVector: new Uint8Array([1, 7, 9]),
    };
    expect(await collab.engine.join(peer.id, old)).toMatchObject({
      ...{ epoch: 1, schema: statementRules.version, clientIds: [], stateVector: old.stateVector },
    });
    const now = { ...ask, model: textModel, clientIds: 1 };
    await expect(collab.engine.join(peer.id, { ...now, epoch: 2 })).rejects.toMatchObject({
      code: 'document.epoch-changed',
    });
    await collab.engine.join(peer.id, { ...now, epoch: null });
    const update = firstUpdate([], statementRules, clientId);
    await expect(collab.engine.push(peer.id, { document: forum, epoch: 3, update })).rejects.toMatchObject({
      code: 'document.foreign-client',
    });
    collab.engine.disconnect(peer.id);
  });

  it('the rest is carried over in the background; SYNC-4 one that cannot be read is left as it is', async () => {
    const documents = statements.map(([id]) => documentOf(id));
    const damaged = documents.find((each) => each !== forum)!;
    const [{ data }] = await query(
      'SELECT data FROM collab_update WHERE document_id = $1 AND seq = 1',
      damaged,
    );
    for (const document of documents) await rewind(document);
    await query(
      `UPDATE collab_update SET data = '\\x0909'::bytea WHERE document_id = $1 AND seq = 1`,
      damaged,
    );
    const told = jest.spyOn(Logger.prototype, 'error');
    const sweeper = new CarryOver(
      rooms.database,
      rooms.app.get(DocumentKinds),
      rooms.app.get(Metrics),
      systemClock,
    );
    sweeper.onApplicationBootstrap();
    const left = async () =>
      (await query('SELECT id FROM collab_document WHERE model = 1')).map((each: { id: string }) => each.id);
    const unreadable = { code: 'document.unreadable', document: damaged };
    const isTold = () => told.mock.calls.some(([words]) => isDeepStrictEqual(words, unreadable));
    expect(await within(20_000, async () => isTold() && (await left()).join() === damaged)).toBe(true);
    told.mockRestore();
    await sweeper.beforeApplicationShutdown();
    expect(await left()).toEqual([damaged]);
    await expect(store.load(damaged)).rejects.toThrow(UnreadableDocument);
    expect(await headOf(damaged)).toMatchObject({ model: 1, epoch: 2 });
    await query('UPDATE collab_update SET data = $2 WHERE document_id = $1 AND seq = 1', damaged, data);
    expect(readParagraphs(await load(damaged)).length).toBeGreaterThan(0);
    expect(await oldJournal()).toEqual(journalBefore);
  }, 40_000);

  it('a sweep that is stopped at once has touched nothing', async () => {
    for (const [id] of statements) await rewind(documentOf(id));
    const clock = new FakeClock();
    const sweeper = new CarryOver(
      rooms.database,
      rooms.app.get(DocumentKinds),
      rooms.app.get(Metrics),
      clock,
    );
    sweeper.onApplicationBootstrap();
    await sweeper.beforeApplicationShutdown();
    clock.advance(60_000);
    await sweeper.beforeApplicationShutdown();
    expect(await query('SELECT id FROM collab_document WHERE model = 2')).toEqual([]);
  });

  it('TXT-5 the organisation that somebody wrote for is kept, too', async () => {
    const doc = await load(forum);
    const runs = [...authorsOf(doc).values()].flat();
    const owners = await store.ownersOf(forum, [...new Set(runs.map((run) => run.client))]);
    const hands = [...owners.values()].filter((each) => each !== null);
    const before = await query(
      'SELECT DISTINCT person_id, organisation_id FROM collab_client WHERE document_id = $1 AND model = 1',
      forum,
    );
    const known = before.map(
      (row: { person_id: string; organisation_id: string }) => `${row.person_id} ${row.organisation_id}`,
    );
    for (const { personId, organisationId } of hands)
      expect(known).toContain(`${personId} ${organisationId}`);
    expect(hands.length).toBeGreaterThan(3);
  });

  it('a restore makes the tables of that time, puts the rows in, and brings them to this version', async () => {
    const schema = `r_${randomBytes(6).toString('hex')}`;
    await query(`CREATE SCHEMA ${schema}`);
    const all = [...groundMigrations, ...collabMigrations, ...statementsHouse.migrations];
    const { head } = await checkBackup(oldBackup);
    const atThatTime = all.filter((each) => head.migrations.includes(each.name));
    const open = async (migrations: MigrationList) => {
      const options = dataSourceOptions(testConnection(), { entities: [], migrations }, 2, schema);
      const source = await new DataSource(options).initialize();
      await migrate(source);
      return source;
    };
    const then = await open(atThatTime);
    await readBackup(then, fileStoreOf(then, tmpdir()), oldBackup, beginNewEpoch);
    await then.destroy();
    const now = await open(all);
    try {
      const heads = await now.query('SELECT DISTINCT model, floor::int, epoch FROM collab_document');
      expect(heads).toEqual([{ model: 1, floor: 0, epoch: 2 }]);
      const own = new PostgresDocStore(
        now,
        new CarryOver(now, rooms.app.get(DocumentKinds), rooms.app.get(Metrics), systemClock),
        rooms.app.get(Metrics),
        systemClock,
      );
      for (const [id] of statements) {
        const paragraphs = readParagraphs(await load(documentOf(id), own));
        expect(paragraphs.map((each) => each.id)).toEqual(
          oldStatements()[id]!.paragraphs.map((each) => each.id),
        );
      }
    } finally {
      await now.destroy();
      await query(`DROP SCHEMA ${schema} CASCADE`);
    }
  });
});

function visitor(personId: string): Peer {
  const actor = { personId, organisationId: null, scope: 'write' } as unknown as Actor;
  return {
    ...{ id: `socket of ${personId}`, actor, name: 'Sunita', organisation: null },
    ...{ send: () => undefined, backlog: () => 0, drop: () => undefined },
    ...{ enter: () => undefined, exit: () => undefined },
  };
}
