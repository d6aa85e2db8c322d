import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import * as Y from 'yjs';
import { newId } from '@plenary/ground/kernel';
import { FlatText, firstUpdate, textModel, TextEdit } from '@plenary/ground/text';
import { openDeviceStore } from './device-store.js';
import type { DocumentProvider } from './document-provider.js';
import type { DocumentStore } from './document-store.js';
import { joinAnswer, ScriptedServer } from './test/scripted-server.js';
import { textOf } from './words.js';

const document = 'statement:one';
const rules = { version: 2, attributes: {}, usual: {}, embeds: {}, formats: {} };
const first = firstUpdate([{ attributes: {}, content: [{ text: ':' }] }], rules, 5);

/** Lets everything run that waits for nothing but its turn: the device's storage, and what pages tell each other. */
const turns = async (count = 12) => {
  for (let i = 0; i < count; i++) await new Promise((later) => setTimeout(later, 1));
};

/** The one server that all pages of a spec speak to. */
class Text {
  readonly doc = new Y.Doc();
  private nextId = 100;

  constructor() {
    Y.applyUpdate(this.doc, first);
  }

  readonly answer = ({
    name,
    message,
  }: {
    name: string;
    message: Record<string, unknown>;
  }): object | string => {
    if (name === 'document:join') {
      const count = Number(message['clientIds']);
      return joinAnswer(document, {
        update: Y.encodeStateAsUpdate(this.doc, new Uint8Array(message['stateVector'] as ArrayBuffer)),
        stateVector: Y.encodeStateVector(this.doc),
        clientIds: Array.from({ length: count }, () => this.nextId++),
      });
    }
    if (name !== 'document:push') return {};
    const update = new Uint8Array(message['update'] as ArrayBuffer);
    const before = Y.encodeStateVector(this.doc);
    // As strict as ours: nothing is parked, and nothing is taken in halves.
    const rest = Y.diffUpdate(update, before);
    const isKnown = Y.decodeUpdate(rest).structs.length === 0;
    if (!isKnown && Y.decodeUpdate(rest).structs.length < Y.decodeUpdate(update).structs.length)
      return 'document.resync';
    Y.applyUpdate(this.doc, update);
    if (!this.doc.store.pendingStructs) return { seq: 1 };
    const whole = Y.encodeStateAsUpdate(this.doc, before);
    throw new Error(`parked ${whole.byteLength} bytes`);
  };

  get words(): string {
    return textOf(this.doc);
  }
}

interface Page {
  readonly provider: DocumentProvider;
  readonly server: ScriptedServer;
  readonly store: DocumentStore;
}

describe('several pages of one account on one device', () => {
  let text: Text;
  let account: string;
  let open: Page[];
  beforeEach(() => {
    [text, account, open] = [new Text(), newId(), []];
  });
  afterEach(async () => {
    open.forEach(close);
    await turns();
  });

  async function page(isUp = false): Promise<Page> {
    const server = new ScriptedServer(isUp);
    server.script = text.answer;
    const store = await openDeviceStore(account);
    const provider = await server.open(document, store);
    const opened = { provider, server, store };
    open.push(opened);
    if (isUp) await provider.synced();
    return opened;
  }

  /** The device has been here before: it has a copy, and ids to write under. */
  async function known(ids = 40): Promise<void> {
    const store = await openDeviceStore(account);
    await store.add(document, [{ update: Y.encodeStateAsUpdate(text.doc), pending: false }]);
    await store.setFacts(document, { epoch: 2, schema: 2, model: textModel, right: 'edit', at: 60_000 });
    await store.addSpareIds(
      document,
      Array.from({ length: ids }, (_, place) => 1_000 + place),
    );
    store.close();
  }

  function close({ provider, store }: Page): void {
    provider.close();
    store.close();
  }

  function type({ provider: { doc } }: Page, words: string): void {
    const flat = new FlatText(doc);
    doc.transact((transaction) => {
      new TextEdit(flat, transaction, new Set()).insert(flat.page[0]!, 1, { text: words });
    });
  }

  const seenBy = ({ provider }: Page) => textOf(provider.doc);
  const count = (all: string, word: string) => all.split(word).length - 1;

  it('see each other’s words without a network, and the last one has them all to send', async () => {
    await known();
    const [one, two] = [await page(), await page()];
    type(one, ' first.');
    await turns();
    expect(seenBy(two)).toContain(' first.');
    type(two, ' second.');
    await turns();
    expect(seenBy(one)).toBe(seenBy(two));
    expect([one, two].map(({ provider }) => provider.status.pending)).toEqual([2, 2]);
    expect(one.provider.status).toMatchObject({ saving: 'on-device', copyOf: 60_000 });
  });

  it('one that stays sends what a closed one left, and says "saved" only then', async () => {
    await known();
    const [stays, leaves] = [await page(), await page()];
    type(leaves, ' left behind.');
    close(leaves);
    await turns();
    expect(stays.provider.status).toMatchObject({ pending: 1, saving: 'on-device' });
    stays.server.goesUp();
    await stays.provider.synced();
    await turns();
    expect(stays.provider.status).toMatchObject({ pending: 1, saving: 'sending' });
    stays.server.clock.advance(2_000);
    await stays.provider.saved();
    expect(stays.provider.status).toMatchObject({ pending: 0, saving: 'saved' });
    expect(text.words).toContain(' left behind.');
  });

  it('leave it to the writer to send while that one is there', async () => {
    const [writes, watches] = [await page(true), await page(true)];
    type(writes, ' mine.');
    await writes.provider.saved();
    await turns();
    watches.server.clock.advance(10_000);
    await turns();
    expect(seenBy(watches)).toContain(' mine.');
    expect([watches.provider.status.saving, watches.server.of('document:push')]).toEqual(['saved', []]);
  });

  it('lose the same words when they are refused, and keep them aside once', async () => {
    const [one, two] = [await page(true), await page(true)];
    one.server.script = (asked) =>
      asked.name === 'document:push' ? 'document.schema-violation' : text.answer(asked);
    type(one, ' refused.');
    await expect(one.provider.saved()).rejects.toMatchObject({ code: 'document.schema-violation' });
    await turns(30);
    expect([seenBy(one), seenBy(two)]).toEqual([':', ':']);
    for (const { provider } of [one, two])
      expect(provider.status).toMatchObject({ pending: 0, refusal: { text: ' refused.' } });
    expect((await one.store.load(document)).aside).toHaveLength(1);
    two.provider.forgetRefusal();
    await turns();
    expect(one.provider.status.refusal).toBeNull();
  });

  it('put away together what cannot be sent any more', async () => {
    const [one, two] = [await page(true), await page(true)];
    for (const { provider } of [one, two]) provider.onRight('read');
    one.server.script = two.server.script = (asked) =>
      asked.name === 'document:join'
        ? { ...(text.answer(asked) as object), right: 'read' }
        : 'document.forbidden';
    type(one, ' too late.');
    await turns();
    for (const { provider } of [one, two]) {
      expect(provider.status).toMatchObject({ saving: 'held', writable: false });
      expect(provider.unsentText()).toBe(' too late.');
    }
    await one.provider.putAway();
    await turns(30);
    for (const each of [one, two]) {
      expect(each.provider.status).toMatchObject({ saving: 'saved', pending: 0, refusal: null });
      expect(seenBy(each)).toBe(':');
    }
    expect(await one.store.listPending()).toEqual([]);
  });

  it('an id under which nothing was written serves the page that is opened next', async () => {
    await known(1);
    for (let loads = 0; loads < 5; loads++) {
      const opened = await page();
      expect(opened.provider.status.writable).toBe(true);
      close(opened);
      await turns();
    }
    const writes = await page();
    type(writes, ' used.');
    close(writes);
    await turns();
    expect((await page()).provider.status.writable).toBe(false);
  });

  it('lose and double nothing, however they come, go, crash and find the network', async () => {
    const step = fc.record({
      act: fc.constantFrom('type', 'type', 'open', 'close', 'crash', 'up', 'down', 'wait', 'settle'),
      of: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        [text, account, open] = [new Text(), newId(), []];
        await known();
        await page();
        const typed: string[] = [];
        const unsettled = new Set<string>();
        const crashed = new Set<string>();
        for (const { act, of } of steps) {
          const chosen = open[of % Math.max(1, open.length)];
          if (act === 'open' && open.length < 4) await page();
          if (act === 'settle') await turns();
          if (act === 'settle') unsettled.clear();
          if (!chosen) continue;
          if (act === 'type' && chosen.provider.status.writable) {
            const word = ` w${typed.length};`;
            type(chosen, word);
            typed.push(word);
            unsettled.add(word);
          } else if (act === 'up') chosen.server.goesUp();
          else if (act === 'down') chosen.server.goesDown();
          else if (act === 'wait') chosen.server.clock.advance(2_500);
          else if (act === 'close' || act === 'crash') {
            open = open.filter((each) => each !== chosen);
            // A crash takes the storage away first; what was being written may be there or not.
            if (act === 'crash') {
              unsettled.forEach((word) => crashed.add(word));
              chosen.store.close();
            }
            // What is being written is finished first, as the page does when it leaves the text.
            else chosen.provider.close();
            if (act === 'close') await turns();
            close(chosen);
          }
        }
        const last = await page(true);
        // What another page is still writing down is not on the device yet.
        const isQuiet = async () => {
          await turns();
          const pending = await last.store.listPending();
          return last.provider.status.saving === 'saved' && pending.length === 0;
        };
        for (let tries = 0; tries < 60 && !(await isQuiet()); tries++) {
          for (const { server } of open) server.clock.advance(3_000);
        }
        expect(last.provider.status).toMatchObject({ saving: 'saved', pending: 0, refusal: null });
        for (const word of typed) {
          const times = count(text.words, word);
          if (unsettled.has(word) || crashed.has(word)) expect(times).toBeLessThanOrEqual(1);
          else expect([word, times]).toEqual([word, 1]);
        }
        expect(seenBy(last)).toBe(text.words);
        open.forEach(close);
        await turns();
      }),
      { numRuns: 25 },
    );
  });
});
