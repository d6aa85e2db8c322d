import 'fake-indexeddb/auto';
import * as Y from 'yjs';
import { newId } from '@plenary/ground/kernel';
import { firstUpdate, rootsOf, textModel } from '@plenary/ground/text';
import { openDeviceStore } from './device-store.js';
import { allRecords, oldDevice, oldPending, oldRecords, putOldCopy } from './test/old-device.js';
import { joinAnswer, ScriptedServer } from './test/scripted-server.js';

const { document, unsentWords } = oldDevice;
const rules = { version: 2, attributes: {}, usual: {}, embeds: {}, formats: {} };
const aside = { document, code: 'document.epoch-changed', text: unsentWords, updates: oldPending };

describe('SYNC-24 a device with a copy of a text of elements', () => {
  async function device(...copy: [records?: readonly object[], facts?: object | null]) {
    const personId = newId();
    await putOldCopy(personId, ...copy);
    return { personId, store: await openDeviceStore(personId) };
  }

  it('puts every unsent word aside for its author, in reading order, and forgets the copy', async () => {
    const { personId, store } = await device();
    expect(await store.load(document)).toEqual({ facts: null, updates: [], aside: [aside] });
    expect(await store.takeSpareId(document)).toBeNull();
    store.close();
    expect(await allRecords(personId)).toMatchObject({
      updates: [],
      documents: [],
      spareIds: [],
      aside: [aside],
    });
  });

  it('does so once, with two pages at once, and shows it until it was seen', async () => {
    const { personId, store } = await device();
    const other = await openDeviceStore(personId);
    const copies = await Promise.all([store.load(document), other.load(document), store.load(document)]);
    expect(copies.map((each) => each.aside.length)).toEqual([1, 1, 1]);
    await store.dropAside(document);
    expect(await other.load(document)).toEqual({ facts: null, updates: [], aside: [] });
    [store, other].forEach((each) => each.close());
  });

  it('without unsent words forgets its copy and has nothing to show', async () => {
    const sent = oldRecords.map((each) => ({ ...each, pending: 0 }));
    const { personId, store } = await device(sent);
    expect(await store.load(document)).toEqual({ facts: null, updates: [], aside: [] });
    store.close();
    expect(await allRecords(personId)).toMatchObject({ updates: [], documents: [], spareIds: [] });
  });

  it('whose door was closed has unsent words only: they are put aside as well', async () => {
    const { store } = await device(
      oldRecords.filter(({ pending }) => pending === 1),
      null,
    );
    const copy = await store.load(document);
    expect([copy.facts, copy.updates]).toEqual([null, []]);
    for (const line of unsentWords.split('\n')) expect(copy.aside[0]!.text).toContain(line.trim());
    store.close();
  });

  it('with a record that is damaged keeps all of it for its owner, and shows the words that are sound', async () => {
    const cut = oldRecords.map((each, place) => (place === 3 ? { ...each, sum: 1 } : each));
    const { personId, store } = await device(cut);
    const { updates, aside: found } = await store.load(document);
    expect(updates).toEqual([]);
    expect(found.map(({ code }) => code).sort()).toEqual(['document.epoch-changed', 'local.damaged']);
    const [words, whole] = [...found].sort((one, other) => (one.code < other.code ? -1 : 1));
    for (const line of unsentWords.split('\n')) expect(words!.text).toContain(line.trim());
    expect(whole!.updates).toHaveLength(oldRecords.length);
    store.close();
    expect(await allRecords(personId)).toMatchObject({ updates: [] });
  });

  it('whose page is killed at any moment has the copy as it was, or the words aside: never neither, never half', async () => {
    const seen = new Set<string>();
    for (let moment = 0; moment < 36; moment += 3) {
      const { personId, store } = await device();
      const open = jest.spyOn(IDBDatabase.prototype, 'transaction');
      const loading = store.load(document).catch(() => null);
      const tx = open.mock.results[0]!.value as IDBTransaction;
      open.mockRestore();
      for (let i = 0; i < moment; i++) await new Promise((later) => setImmediate(later));
      // What a browser does with a transaction whose page is gone.
      try {
        tx.abort();
      } catch {
        // It was over.
      }
      await loading;
      store.close();
      const { updates, aside: found } = await allRecords(personId);
      expect([updates!.length, found!.length]).toEqual(found!.length ? [0, 1] : [oldRecords.length, 0]);
      seen.add(found!.length ? 'aside' : 'as it was');
      const again = await openDeviceStore(personId);
      expect(await again.load(document)).toEqual({ facts: null, updates: [], aside: [aside] });
      again.close();
    }
    expect(seen.size).toBe(2);
  });

  it('whose storage refuses half-way has the copy as it was, and the page keeps nothing', async () => {
    const { personId, store } = await device();
    const add = jest.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new Error('the disk is full');
    });
    await expect(store.load(document)).rejects.toThrow();
    add.mockRestore();
    store.close();
    const { updates, aside: found } = await allRecords(personId);
    expect([updates!.length, found!.length]).toEqual([oldRecords.length, 0]);
  });

  it('beside which a page of that time goes on writing loses neither its words nor the new ones', async () => {
    const { personId, store } = await device();
    await store.load(document);
    await store.dropAside(document);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, firstUpdate([{ attributes: {}, content: [{ text: 'new' }] }], rules, 5));
    await store.setFacts(document, { epoch: 2, schema: 2, model: textModel, right: 'edit' });
    await store.add(document, [
      { update: Y.encodeStateAsUpdate(doc), pending: false },
      { update: Y.encodeStateAsUpdate(doc), pending: true },
    ]);
    await putOldCopy(
      personId,
      oldRecords.filter(({ pending }) => pending === 1),
      null,
    );
    const copy = await store.load(document);
    expect(copy.facts).toMatchObject({ model: textModel, epoch: 2 });
    expect(copy.updates.map(({ pending }) => pending)).toEqual([false, true]);
    expect(copy.aside).toMatchObject([{ code: 'document.epoch-changed' }]);
    // It says of the document what it knows of it: unsent words of this page stay.
    await putOldCopy(personId, [], oldDevice.facts);
    const later = await store.load(document);
    expect([later.facts, later.updates.map(({ pending }) => pending)]).toEqual([null, [true]]);
    store.close();
  });

  it('that was written by a newer page is left alone, not shown and not written to', async () => {
    const { personId, store } = await device([], null);
    await store.setFacts(document, { epoch: 9, schema: 9, model: textModel + 1, right: 'edit' });
    await putOldCopy(personId, [{ ...oldRecords[2]!, model: textModel + 1 }], null);
    const server = new ScriptedServer();
    server.script = () => 'document.schema-outdated';
    const provider = await server.open(document, store);
    expect(provider.status).toMatchObject({ loaded: false, reloadNeeded: true, writable: false });
    expect(provider.status.refusal).toBeNull();
    provider.close();
    store.close();
    expect(await allRecords(personId)).toMatchObject({
      updates: [{ pending: 1 }],
      documents: [{ epoch: 9 }],
    });
  });
});

describe('SYNC-24 the page that opens such a copy', () => {
  async function openWith(server: ScriptedServer) {
    const personId = newId();
    await putOldCopy(personId);
    const store = await openDeviceStore(personId);
    return { personId, store, provider: await server.open(document, store) };
  }

  it('shows the words, joins with an empty copy, and pushes nothing of the old one', async () => {
    const server = new ScriptedServer();
    const first = firstUpdate([{ attributes: {}, content: [{ text: 'carried over' }] }], rules, 5);
    server.script = ({ name }) =>
      name === 'document:join' ? joinAnswer(document, { update: first }) : { seq: 1 };
    const { store, provider } = await openWith(server);
    expect(provider.status).toMatchObject({
      loaded: false,
      refusal: { code: 'document.epoch-changed', text: unsentWords },
    });
    await provider.synced();
    expect(server.of('document:join')).toMatchObject([
      { model: textModel, schema: 2, epoch: null, stateVector: Buffer.from([0]) },
    ]);
    expect(provider.doc.clientID).toBe(77);
    rootsOf(provider.doc).blocks.set('y5.0/style', 'quote');
    provider.forgetRefusal();
    await provider.saved();
    const [push, ...more] = server.of('document:push');
    expect(more).toEqual([]);
    expect(push).toMatchObject({ epoch: 2 });
    const { structs } = Y.decodeUpdate(new Uint8Array(push!['update'] as Uint8Array));
    expect(structs.map(({ id }) => id.client)).toEqual([77]);
    expect((await store.load(document)).aside).toEqual([]);
    provider.close();
    store.close();
  });

  it('does not call the words saved before their author has seen them', async () => {
    const { provider, store } = await openWith(new ScriptedServer());
    await provider.synced();
    await expect(provider.saved()).rejects.toMatchObject({ code: 'document.epoch-changed' });
    provider.forgetRefusal();
    await expect(provider.saved()).resolves.toBeUndefined();
    provider.close();
    store.close();
  });

  it('shows them again at every opening until they were seen, and no sheet without a network', async () => {
    const { personId, store, provider } = await openWith(new ScriptedServer(false));
    expect(provider.status).toMatchObject({ loaded: false, writable: false });
    provider.close();
    store.close();
    const again = await openDeviceStore(personId);
    const reopened = await new ScriptedServer(false).open(document, again);
    expect(reopened.status).toMatchObject({
      ...{ loaded: false, writable: false, refusal: { text: unsentWords } },
    });
    reopened.close();
    again.close();
  });
});
