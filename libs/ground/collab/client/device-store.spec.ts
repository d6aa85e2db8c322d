import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import * as fc from 'fast-check';
import * as Y from 'yjs';
import { newId, stopwatch } from '@plenary/ground/kernel';
import { textModel } from '@plenary/ground/text';
import { openDeviceStore } from './device-store.js';
import type { DocumentStore } from './document-store.js';
import { LocalCopy } from './local-copy.js';
import { MemoryStore } from './memory-store.js';
import { Outbox } from './outbox.js';

const document = 'statement:one';

function edits(doc: Y.Doc, words: readonly string[]): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const listen = (update: Uint8Array) => updates.push(update);
  doc.on('update', listen);
  words.forEach((word) => doc.getText('t').insert(doc.getText('t').length, word));
  doc.off('update', listen);
  return updates;
}

async function reopened(store: DocumentStore): Promise<string> {
  const doc = new Y.Doc();
  await new LocalCopy(document, store, stopwatch, () => undefined).load(doc, 'copy');
  const text = doc.getText('t').toString();
  doc.destroy();
  return text;
}

const words = (doc: Y.Doc): string => doc.getText('t').toString().replaceAll('r', '');

/** A page with the document open, as the provider would hold it. */
async function openPage(account: string) {
  const store = await openDeviceStore(account);
  const copy = new LocalCopy(document, store, stopwatch, () => undefined);
  const doc = new Y.Doc();
  const outbox = new Outbox();
  for (const { update, key, pending } of (await copy.load(doc, 'copy')).updates) {
    if (pending) outbox.add(update, 0, key);
  }
  return {
    doc,
    copy,
    outbox,
    text: () => doc.getText('t').toString(),
    type: (word: string) => edits(doc, [word]).forEach((update) => copy.addEdit(outbox.add(update, 0))),
    hear(update: Uint8Array) {
      Y.applyUpdate(doc, update);
      copy.addRemote(update);
    },
    /** What every page does before it hears anything: takes what it lacks. */
    join(server: Y.Doc) {
      this.hear(Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)));
    },
    async acknowledge(server: Y.Doc) {
      await copy.acknowledge(outbox.reduce(Y.encodeStateVector(server)), doc);
      const batch = outbox.next(0);
      if (!batch) return;
      Y.applyUpdate(server, batch.update);
      await copy.acknowledge(outbox.acknowledge(batch), doc);
    },
    /** The device's storage goes away under the page; what it had begun to write may be there or not. */
    async kill() {
      store.close();
      await copy.close();
    },
  };
}

const stores: readonly [string, () => Promise<DocumentStore>][] = [
  ['on the device', () => openDeviceStore(newId())],
  ['in memory', async () => new MemoryStore()],
];

describe.each(stores)('a store %s', (_name, open) => {
  it('keeps updates in order and knows which the server has', async () => {
    const store = await open();
    const [one, two] = edits(new Y.Doc(), ['a', 'b']);
    const keys = await store.add(document, [
      { update: one!, pending: true },
      { update: two!, pending: true },
    ]);
    await store.acknowledge(document, [keys[0]!]);
    const { updates } = await store.load(document);
    expect(updates.map((each) => each.pending)).toEqual([false, true]);
    expect(await store.listPending()).toMatchObject([{ document }]);
    store.close();
  });

  it('gives each spare id to one taker', async () => {
    const store = await open();
    await store.addSpareIds(document, [11, 12, 13]);
    const taken = await Promise.all([1, 2, 3, 4].map(() => store.takeSpareId(document)));
    expect(taken.filter((id) => id !== null).sort()).toEqual([11, 12, 13]);
    store.close();
  });

  it('starts anew with the words put aside, and leaves alone what another tab has to send', async () => {
    const store = await open();
    const [own, foreign] = edits(new Y.Doc(), ['own', 'foreign']);
    const [key] = await store.add(document, [
      { update: own!, pending: true },
      { update: foreign!, pending: true },
    ]);
    await store.startAnew(document, [key!], { document, code: 'x', text: 'own', updates: [own!] });
    const { updates, aside, facts } = await store.load(document);
    expect([updates.length, aside.map((each) => each.text), facts]).toEqual([1, ['own'], null]);
    await store.dropAside(document);
    expect((await store.load(document)).aside).toEqual([]);
    store.close();
  });

  it('forgets the text of a closed document, and not the words to send', async () => {
    const store = await open();
    const [one, two] = edits(new Y.Doc(), ['a', 'b']);
    await store.add(document, [
      { update: one!, pending: false },
      { update: two!, pending: true },
    ]);
    await store.removeAcknowledged(document);
    expect((await store.load(document)).updates.map((each) => each.pending)).toEqual([true]);
    await store.clear();
    expect(await store.listPending()).toEqual([]);
    store.close();
  });
});

describe('the copy on the device', () => {
  it('has every edit that was written down, wherever the page is killed', async () => {
    const step = fc.constantFrom('edit', 'remote', 'acknowledge', 'kill', 'settle');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const account = newId();
        const server = new Y.Doc();
        let page = await openPage(account);
        let settled = 0;
        for (const each of steps) {
          if (each === 'edit') page.type('w');
          else if (each === 'remote') edits(server, ['r']).forEach((update) => page.hear(update));
          else if (each === 'acknowledge') await page.acknowledge(server);
          else if (each === 'settle') {
            await page.copy.flush();
            settled = page.text().length;
          } else {
            await page.kill();
            page = await openPage(account);
            // Nothing that was written down is gone, and nothing of it waits for something that is not there.
            expect(page.text().length).toBeGreaterThanOrEqual(settled);
            expect(page.doc.store.pendingStructs).toBeNull();
            page.join(server);
          }
        }
        for (let i = 0; i < 50 && !page.outbox.isEmpty; i++) await page.acknowledge(server);
        page.join(server);
        expect(words(server)).toBe(words(page.doc));
        await page.kill();
      }),
      { numRuns: 60 },
    );
  });

  it('writes an edit behind what it builds upon', async () => {
    const store = await openDeviceStore(newId());
    const copy = new LocalCopy(document, store, stopwatch, () => undefined);
    const other = new Y.Doc();
    const [remote] = edits(other, ['they ']);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, remote!);
    copy.addRemote(remote!);
    for (const update of edits(doc, ['and I'])) copy.addEdit(new Outbox().add(update, 0));
    await copy.flush();
    expect(await reopened(store)).toBe('they and I');
    expect((await store.load(document)).updates.map((each) => each.pending)).toEqual([false, true]);
    store.close();
  });

  it('keeps edits in line while the device is full, says so, and writes them in order later', async () => {
    const memory = new MemoryStore();
    let full = true;
    const store: DocumentStore = Object.assign(Object.create(memory) as DocumentStore, {
      kept: true,
      add: async (...args: Parameters<DocumentStore['add']>) => {
        if (full) throw new Error('QuotaExceededError');
        return memory.add(...args);
      },
    });
    let told = 0;
    const copy = new LocalCopy(document, store, stopwatch, () => told++);
    const doc = new Y.Doc();
    const outbox = new Outbox();
    for (const update of edits(doc, ['a', 'b'])) copy.addEdit(outbox.add(update, 0));
    await copy.flush();
    expect([copy.isKeeping, told]).toEqual([false, 1]);
    full = false;
    for (const update of edits(doc, ['c'])) copy.addEdit(outbox.add(update, 0));
    await copy.flush();
    expect(copy.isKeeping).toBe(true);
    expect(await reopened(memory)).toBe('abc');
    await copy.close();
  });

  it('is joined into one record after many', async () => {
    const store = await openDeviceStore(newId());
    const copy = new LocalCopy(document, store, stopwatch, () => undefined);
    const doc = new Y.Doc();
    const outbox = new Outbox();
    for (const update of edits(
      doc,
      Array.from({ length: 260 }, () => 'x'),
    ))
      copy.addEdit(outbox.add(update, 0));
    await copy.flush();
    await copy.acknowledge(outbox.acknowledge(outbox.next(0)!), doc);
    expect((await store.load(document)).updates).toHaveLength(1);
    expect(await reopened(store)).toHaveLength(260);
    store.close();
  });

  it('SYNC-24 of an earlier epoch is forgotten, with what was not sent of it put aside for its author', async () => {
    const store = await openDeviceStore(newId());
    const doc = new Y.Doc();
    const [one, two] = edits(doc, ['erased', 'unsent']);
    const facts = { schema: 1, model: textModel, right: 'edit' } as const;
    const copied = async (epoch: number, update: Uint8Array, pending: boolean) => {
      await store.setFacts(document, { ...facts, epoch });
      await store.add(document, [{ update, pending }]);
    };
    await copied(1, one!, false);
    await store.add(document, [{ update: two!, pending: true }]);
    await store.addSpareIds(document, [7]);
    const other = 'statement:other';
    await store.setFacts(other, { ...facts, epoch: 1 });
    expect(await store.forgetOlder(document, 2)).toBe(true);
    expect(await store.load(document)).toMatchObject({
      ...{ facts: null, updates: [] },
      aside: [{ code: 'document.epoch-changed', text: 'unsent', updates: [two] }],
    });
    expect(await store.countSpareIds(document)).toBe(0);
    // What is of that epoch by now stays, and so do others.
    await copied(2, one!, false);
    expect(await store.forgetOlder(document, 2)).toBe(false);
    expect((await store.load(document)).updates).toHaveLength(1);
    expect((await store.listCopies()).map((each) => each.document).sort()).toEqual([document, other]);
    store.close();
  });

  it('that cannot be read is set aside whole, and what is sound and unsent stays to be sent', async () => {
    const account = newId();
    const store = await openDeviceStore(account);
    await store.setFacts(document, { epoch: 1, schema: 1, model: textModel, right: 'edit' });
    const [one, two] = edits(new Y.Doc(), ['known', 'unsent']);
    const [key] = await store.add(document, [
      { update: one!, pending: false },
      { update: two!, pending: true },
    ]);
    const raw = await openDB(`plenary-texts-${account}`);
    const record = await raw.get('updates', key!);
    record.update = record.update.map((byte: number, place: number) => (place === 4 ? byte ^ 0xff : byte));
    await raw.put('updates', record, key!);
    raw.close();
    const { facts, updates, aside } = await store.load(document);
    expect(facts).toBeNull();
    expect(updates.map((each) => each.pending)).toEqual([true]);
    expect(aside).toMatchObject([{ code: 'local.damaged', text: 'unsent' }]);
    expect(aside[0]!.updates).toHaveLength(2);
    store.close();
  });
});
