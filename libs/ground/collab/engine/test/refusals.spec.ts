import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { limits } from '@plenary/ground/collab/protocol';
import { readText, rootsOf, textModel } from '@plenary/ground/text';
import { FlatWriter, testRules } from './flat-writer.js';
import { codeOf, document, House, soon, type Writer } from './house.js';
import { PassingTime } from './passing-time.js';

describe('what the engine refuses', () => {
  let house: House;
  let amara: Writer;
  let mateo: Writer;

  beforeEach(async () => {
    house = new House();
    amara = await house.writer('amara');
    mateo = await house.writer('mateo');
    amara.type('We, the undersigned,');
    await amara.push();
    await soon();
  });
  afterEach(() => house.engine.stop());

  /** Offers bytes and proves that nothing came of them. */
  async function refused(writer: Writer, update: Uint8Array): Promise<string> {
    const before = await house.state();
    const rows = (await house.store.readAfter(document, 0)).length;
    const heard = mateo.heard.length;
    const code = await codeOf(writer.push(update));
    await soon(20);
    expect(await house.state()).toBe(before);
    expect((await house.store.readAfter(document, 0)).length).toBe(rows);
    expect(mateo.heard.slice(heard).filter((each) => each.name === 'document:updates')).toEqual([]);
    return code;
  }

  /** What a fresh replica of the text would send after `change`, under a client id. */
  function update(clientId: number, change: (flat: FlatWriter, doc: Y.Doc) => void): Uint8Array {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(amara.doc));
    const flat = new FlatWriter(doc);
    doc.clientID = clientId;
    const before = Y.encodeStateVector(doc);
    change(flat, doc);
    return Y.encodeStateAsUpdate(doc, before);
  }

  const id = (writer: Writer): number => writer.answer!.clientIds[0]!;

  it('SYNC-10 seven bytes that claim 33 million structs cost nothing', async () => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, 33_000_000);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, 0);
    const claim = encoding.toUint8Array(encoder);
    expect(claim.byteLength).toBe(7);
    const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
    expect(await refused(amara, claim)).toBe('document.malformed');
    expect(process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed - before).toBeLessThan(
      20_000_000,
    );
  });

  it('SYNC-10 an update above the limit', async () => {
    expect(await refused(amara, new Uint8Array(limits.updateBytes + 1))).toBe('document.too-large');
  });

  it('SYNC-10 random bytes, and mutated updates, leave the text as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        // An empty update is honest: it brings nothing and is answered.
        fc.pre(bytes.length > 2);
        const before = await house.state();
        await codeOf(house.engine.push('amara', { document, epoch: 1, update: bytes }));
        expect(await house.state()).toBe(before);
      }),
      { numRuns: 150 },
    );
  });

  it('SYNC-13 a mutated update is refused whole or leads to a text of the rules', async () => {
    let taken = 0;
    const honest = update(id(amara), (flat) => {
      flat.addParagraph('words of some length');
      flat.act((edit, [first, last]) => {
        edit.format(last!, 0, 5, 'bold', true);
        edit.setAttribute(last!.id, 'level', 2);
        edit.insert(last!, 3, { embed: 'note', values: { text: 'a note' } });
        edit.split(first!, 2, { level: 3 });
      });
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(honest.length - 1), fc.nat(255)), { maxLength: 4 }),
        async (changes) => {
          const own = new House();
          const writer = await own.writer('amara');
          // The same text, and the same client id.
          await own.store.append(document, 1, [
            { update: Y.encodeStateAsUpdate(amara.doc), author: null, clientId: null },
          ]);
          await own.engine.read(document, (session) => session.catchUp());
          jest
            .spyOn(own.store, 'ownersOf')
            .mockImplementation(async (_, ids) => new Map(ids.map((each) => [each, writer.actor])));
          const mutated = honest.slice();
          for (const [place, value] of changes) mutated[place] = value;
          taken += (await codeOf(writer.push(mutated))) === 'taken' ? 1 : 0;
          await own.engine.read(document, ({ text }) => expectOfTheRules(text));
          await own.engine.stop();
        },
      ),
      { numRuns: 150, examples: [[[]]] },
    );
    // At least the honest one; characters may be others, too, and still be characters.
    expect(taken).toBeGreaterThan(0);
  });

  it('SYNC-11 a gap is refused as out of step, not parked', async () => {
    amara.type('one');
    amara.written();
    amara.type('two');
    expect(await refused(amara, amara.written())).toBe('document.resync');
  });

  it('SYNC-11 deleting what is not known', async () => {
    const doc = new Y.Doc();
    const encoder = encoding.createEncoder();
    for (const value of [0, 1, 77, 1, 0, 5]) encoding.writeVarUint(encoder, value);
    doc.destroy();
    expect(await refused(amara, encoding.toUint8Array(encoder))).toBe('document.resync');
  });

  it("SYNC-12 another person's client id, and one that nobody was given", async () => {
    const words = (flat: FlatWriter) => flat.addParagraph('in your name');
    expect(await refused(amara, update(id(mateo), words))).toBe('document.foreign-client');
    expect(await refused(amara, update(4_000_000_000, words))).toBe('document.foreign-client');
  });

  it('SYNC-12 edits made offline come back under another id of the same person', async () => {
    const { clientIds } = await amara.join({ clientIds: 2 });
    const later = update(clientIds[1]!, (flat) => flat.addParagraph('from afar'));
    expect(await codeOf(amara.push(later))).toBe('taken');
  });

  const say = (key: string, value: unknown) => (flat: FlatWriter, doc: Y.Doc) =>
    rootsOf(doc).blocks.set(key.replace('$', flat.paragraphs[0]!.id), value);
  const insert = (content: object) => (_: FlatWriter, doc: Y.Doc) => {
    const { text } = rootsOf(doc);
    raw(doc, text, lastOf(text), content as Y.ContentString);
  };
  /** A format span over the first characters, with what is wrong in it. */
  const span = (change: object) => (flat: FlatWriter, doc: Y.Doc) => {
    const [{ id }] = flat.paragraphs[0]!.runs as unknown as [{ id: [number, number] }];
    const honest = { f: 'bold', v: true, s: id, l: [id[0], id[1] + 4], t: 3 };
    rootsOf(doc).formats.set(`${doc.clientID}.${Y.getState(doc.store, doc.clientID)}`, {
      ...honest,
      ...(typeof change === 'function' ? change(id) : change),
    });
  };

  it.each<[string, (flat: FlatWriter, doc: Y.Doc) => void]>([
    ['an embed of an unknown name', insert(new Y.ContentEmbed({ n: 'script', v: {} }))],
    ['the name of a built-in for an embed', insert(new Y.ContentEmbed({ n: 'constructor', v: {} }))],
    ['an embed with a value too many', insert(new Y.ContentEmbed({ n: 'note', v: { text: 'x', on: 'y' } }))],
    ['an embed that brings an id', insert(new Y.ContentEmbed({ n: 'note', v: { text: 'x' }, id: 'mine' }))],
    ['an embedded object of another shape', insert(new Y.ContentEmbed({ image: 'x' }))],
    ['a mark that brings an id', insert(new Y.ContentEmbed({ p: {}, id: 'mine' }))],
    ['a mark that is its own from birth', insert(new Y.ContentEmbed({ p: {}, own: 1 }))],
    ['a mark with an attribute that is not allowed', insert(new Y.ContentEmbed({ p: { level: 9 } }))],
    ['characters with a line feed', insert(new Y.ContentString('two\nlines'))],
    ['characters that turn words around', insert(new Y.ContentString('Ali\u202egpj.exe'))],
    ['a terminal’s escape among the characters', insert(new Y.ContentString('\u001b[31mred'))],
    ['characters that stand for an embed', insert(new Y.ContentString('x\ufffcx'))],
    ['a value among the characters', (_, doc) => rootsOf(doc).text.push(['loose'])],
    [
      'characters in front of the first mark',
      (_, doc) => raw(doc, rootsOf(doc).text, null, new Y.ContentString('loose')),
    ],
    ['a mark deleted', (_, doc) => doc.transact((tr) => rootsOf(doc).text._start!.delete(tr))],
    ['an end deleted', (_, doc) => doc.transact((tr) => lastOf(rootsOf(doc).text)!.delete(tr))],
    ['an unknown attribute', say('$/onclick', 'x')],
    ['the name of a built-in', say('$/constructor', 'x')],
    ['a value that is not allowed', say('$/level', 9)],
    ['several values where one stands', (flat, doc) => severalAt(doc, `${flat.paragraphs[0]!.id}/level`)],
    ['an attribute of what nobody wrote', say('y4000000000.7/level', 1)],
    ['an attribute of nothing', say('level', 1)],
    ['an attribute of a character', say('y1000.1/level', 1)],
    ['a paragraph joined to what nobody wrote', say('$/own', [4_000_000_000, 7])],
    ['a place that is none', say('$/at', ['nobody', 'not a rank!'])],
    ['a paragraph that is gone, in words', say('$/gone', 'yes')],
    ['an unknown format', span({ f: 'blink' })],
    ['a format with values that it has not', span({ v: { colour: 'red' } })],
    ['an unsafe link', span({ f: 'link', v: { href: 'javascript:alert(1)' } })],
    [
      'a format that ends in front of its beginning',
      span((id: number[]) => ({ s: [id[0]!, id[1]! + 4], l: id })),
    ],
    ['a format of characters that nobody wrote', span({ l: [4_000_000_000, 7] })],
    ['a format from the future', span({ t: 1_000_000 })],
    [
      'a format under a key that is to come',
      (flat, doc) => {
        const [run] = flat.paragraphs[0]!.runs;
        rootsOf(doc).formats.set(`${doc.clientID}.99`, { f: 'bold', v: true, s: run!.id, l: run!.id, t: 1 });
      },
    ],
    ['another root', (_, doc) => doc.getMap('secrets').set('a', 1)],
    ['a subdocument', (_, doc) => doc.getMap('body2').set('a', new Y.Doc())],
    ['a subdocument in a root of ours', (_, doc) => rootsOf(doc).blocks.set('a', new Y.Doc())],
    ['an element', (_, doc) => rootsOf(doc).text.push([new Y.XmlElement('paragraph')])],
    ['a text within the text', (_, doc) => rootsOf(doc).blocks.set('a', new Y.Text('x'))],
    ['a format among the characters', insert(new Y.ContentFormat('bold', true as never))],
    ['bytes', (_, doc) => rootsOf(doc).text.push([new Uint8Array([1, 2, 3])])],
  ])('SYNC-13 %s', async (_, change) => {
    expect(await refused(amara, update(id(amara), change))).toBe('document.schema-violation');
    // And the next honest word is taken.
    amara.type('still here');
    expect(await codeOf(amara.push())).toBe('taken');
  });

  it('SYNC-13 an entry that is tied to the characters of the text', async () => {
    const { blocks, text } = rootsOf(amara.doc);
    const key = `${amara.flat.paragraphs[0]!.id}/own`;
    const entry = blocks._map.get(key)!;
    const mark = text._start!;
    const itemId = Y.createID(id(amara), Y.getState(amara.doc.store, id(amara)));
    const encoder = new Y.UpdateEncoderV1();
    for (const value of [1, 1, itemId.client, itemId.clock])
      encoding.writeVarUint(encoder.restEncoder, value);
    const content = new Y.ContentAny([false]);
    // Stands behind a character, and in front of an entry of a map.
    new Y.Item(itemId, mark, mark.lastId, entry, entry.id, null, null, content).write(encoder, 0);
    encoding.writeVarUint(encoder.restEncoder, 0);
    expect(await refused(amara, encoder.toUint8Array())).toBe('document.schema-violation');
  });

  it('SYNC-13 a flood of formats does not stop the server, whether it is taken or refused', async () => {
    // What takes long on a busy machine is not given up meanwhile.
    await house.engine.stop();
    const time = new PassingTime();
    house = new House(60_000, { clock: time.clock });
    house.store.takes = 0;
    amara = await time.settled(house.writer('amara'));
    amara.type('We, the undersigned,');
    await time.settled(amara.push());
    amara.type('x'.repeat(100_000));
    await time.settled(amara.push());
    const flood = update(id(amara), (flat, doc) => {
      const { id: first, text } = flat.paragraphs[1]!.runs[0]!;
      const last = [first[0], first[1] + text.length - 1];
      doc.transact(() => {
        for (let i = 0; i < 16_000; i++) {
          const key = `${doc.clientID}.${Y.getState(doc.store, doc.clientID)}`;
          rootsOf(doc).formats.set(key, { f: 'bold', v: true, s: first, l: last, t: 1 });
        }
      });
    });
    const begun = process.cpuUsage();
    expect(await time.settled(codeOf(amara.push(flood)))).toMatch(
      /^taken$|^document\.(schema-violation|too-large)$/,
    );
    // Reading every character under all of them took a minute once.
    await time.settled(house.text());
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(10_000);
    await time.settled(house.engine.stop());
  });

  it('SYNC-14 too much at once, while an honest paste of 200 KB passes', async () => {
    amara.type('x'.repeat(200_000));
    expect(await codeOf(amara.push())).toBe('taken');
    const codes = await Promise.all(
      Array.from({ length: limits.messageBurst + 20 }, () => codeOf(amara.push(new Uint8Array([0, 0])))),
    );
    expect(codes).toContain('document.rate-limited');
  });

  it('SYNC-14 counts by person: many sockets of one may not ask for more than one, another person may', async () => {
    const sockets = await Promise.all(
      Array.from({ length: 4 }, (_, i) => house.writer(`s${i}`, 'one person')),
    );
    const mateo = await house.writer('mateo');
    const each = limits.messageBurst / sockets.length + 10;
    const codes = await Promise.all(
      sockets.flatMap((socket) =>
        Array.from({ length: each }, () => codeOf(socket.push(new Uint8Array([0, 0])))),
      ),
    );
    expect(codes.filter((code) => code === 'document.rate-limited').length).toBeGreaterThan(10);
    mateo.type('calm');
    expect(await codeOf(mateo.push())).toBe('taken');
    // Coming back does not fill the buckets.
    sockets.forEach(({ id }) => house.engine.disconnect(id));
    const again = await house.writer('s9', 'one person');
    const more = await Promise.all(
      Array.from({ length: limits.messageBurst / 2 }, () => codeOf(again.push(new Uint8Array([0, 0])))),
    );
    expect(more).toContain('document.rate-limited');
  });

  it("SYNC-20, 21 a reader's update, and one after the right is gone", async () => {
    house.rights.set('amara', 'read');
    amara.type('not mine to write');
    expect(await refused(amara, amara.written())).toBe('document.forbidden');
    house.rights.set('amara', 'none');
    expect(await refused(amara, new Uint8Array([0, 0]))).toBe('document.not-found');
  });

  it('SYNC-20 a lost right closes open doors at once', async () => {
    house.rights.set('amara', 'none');
    await house.engine.accessChanged({ personIds: ['amara'] });
    expect(amara.heard.at(-1)).toEqual({
      name: 'document:closed',
      message: { document, code: 'document.not-found' },
    });
    expect(house.listeners.has(amara)).toBe(false);
    expect(house.listeners.has(mateo)).toBe(true);
  });

  it('SYNC-22 what is forbidden and what is missing answer alike', async () => {
    house.rights.set('zineb', 'none');
    const zineb = house.writer('zineb');
    const missing = house.engine.join('amara', {
      document: 'text:00000000-0000-4000-8000-00000000dead',
      model: textModel,
      schema: 1,
      epoch: null,
      stateVector: new Uint8Array([0]),
      clientIds: 1,
    });
    expect(await codeOf(zineb)).toBe('document.not-found');
    expect(await codeOf(missing)).toBe('document.not-found');
  });

  it("SYNC-23 a cursor under another's id, too large, or too deep", async () => {
    const move = (clientId: number, cursor: unknown) =>
      codeOf(house.engine.moveCursor('amara', { document, clientId, cursor: cursor as never }));
    const place = { anchor: { type: null }, head: { type: null } };
    expect(await move(id(amara), place)).toBe('taken');
    expect(await move(id(mateo), place)).toBe('document.foreign-client');
    expect(await move(id(amara), { anchor: { x: 'y'.repeat(3_000) }, head: {} })).toBe('message.invalid');
    expect(await move(id(amara), { anchor: { a: { b: { c: { d: { e: { f: 1 } } } } } }, head: {} })).toBe(
      'message.invalid',
    );
    expect(await move(id(amara), 'here')).toBe('message.invalid');
  });

  describe('SYNC-24 an app that knows another model of texts', () => {
    const empty = new Uint8Array([0]);

    it('of the first one, with a copy, is answered with what it has, so that it says "reload"', async () => {
      const stateVector = new Uint8Array([1, 5, 7]);
      const answer = await house.engine.join('amara', {
        ...{ document, model: 1, schema: 1, epoch: 41, stateVector, clientIds: 3 },
      });
      expect(answer).toEqual({
        ...{ document, epoch: 41, schema: testRules.version, right: 'edit', seq: 0, stateVector },
        ...{
          update: new Uint8Array([0, 0]),
          clientIds: [],
          organisationId: null,
          presenceId: '',
          presence: [],
        },
      });
      // It is not there: it hears nothing, nobody sees it, and it writes nothing, whatever its epoch.
      expect(house.listeners.has(amara)).toBe(false);
      const heard = amara.heard.length;
      mateo.type('among ourselves');
      await mateo.push();
      await soon();
      expect(amara.heard.length).toBe(heard);
      for (const epoch of [1, 41]) {
        expect(await codeOf(amara.push(new Uint8Array([0, 0]), epoch))).toBe('document.schema-outdated');
      }
      const hash = '0'.repeat(64);
      expect(await house.engine.verify('amara', { document, stateVector, hash })).toEqual({
        verdict: 'unknown',
      });
      const cursor = { document, clientId: 1, cursor: null };
      expect(await codeOf(house.engine.moveCursor('amara', cursor))).toBe('taken');
      await amara.join();
      expect(await codeOf(amara.push(new Uint8Array([0, 0])))).toBe('taken');
    });

    it('is refused without a copy, and so is a newer one', async () => {
      for (const [model, epoch] of [
        [1, null],
        [3, null],
        [3, 1],
      ] as const) {
        const join = house.engine.join('amara', {
          ...{ document, model, schema: 1, epoch, stateVector: empty, clientIds: 0 },
        });
        await expect(join).rejects.toMatchObject({
          code: 'document.schema-outdated',
          params: { model: textModel },
        });
      }
    });

    it('is judged before its epoch, and after its right', async () => {
      const ask = (model: number) =>
        codeOf(
          house.engine.join('amara', {
            ...{ document, model, schema: 1, epoch: 7, stateVector: empty, clientIds: 0 },
          }),
        );
      expect(await ask(3)).toBe('document.schema-outdated');
      expect(await ask(2)).toBe('document.epoch-changed');
      house.rights.set('amara', 'none');
      expect(await ask(1)).toBe('document.not-found');
      expect(await ask(3)).toBe('document.not-found');
    });
  });

  it('SYNC-24 another schema reads and does not write; another epoch never merges', async () => {
    await amara.join({ schema: 2 });
    amara.type('from a newer page');
    expect(await refused(amara, amara.written())).toBe('document.schema-outdated');
    expect(await codeOf(amara.join({ epoch: 7 }))).toBe('document.epoch-changed');
    expect(await codeOf(mateo.push(new Uint8Array([0, 0]), 7))).toBe('document.epoch-changed');
  });
});

/** Writes an item as no editor would. */
function raw(
  doc: Y.Doc,
  parent: unknown,
  left: Y.Item | null,
  content: Y.Item['content'],
  key: string | null = null,
): void {
  doc.transact((transaction) => {
    const right = key === null ? (left ? left.right : (parent as Y.Array<unknown>)._start) : null;
    const itemId = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID));
    const type = parent as Y.AbstractType<unknown>;
    new Y.Item(
      itemId,
      left,
      left && left.lastId,
      right,
      right && right.id,
      type,
      key,
      content as never,
    ).integrate(transaction, 0);
  });
}

function lastOf(text: Y.Array<unknown>): Y.Item | null {
  let last = text._start;
  while (last?.right) last = last.right;
  return last;
}

function severalAt(doc: Y.Doc, key: string): void {
  raw(doc, rootsOf(doc).blocks, null, new Y.ContentAny([1, 2]), key);
}

/** Reads a text and looks at each part of it. */
function expectOfTheRules(doc: Y.Doc): void {
  for (const { attributes, content } of readText(doc, ['level'])) {
    for (const [name, value] of Object.entries(attributes)) {
      expect([name, testRules.attributes[name]!(value)]).toEqual([name, true]);
    }
    for (const inline of content) {
      if ('embed' in inline) expect(inline.embed).toBe('note');
      else expect(inline.text).not.toMatch(/[\n\r\ufffc]/);
      const formats = 'formats' in inline ? Object.keys(inline.formats ?? {}) : [];
      expect(formats.every((each) => Object.hasOwn(testRules.formats, each))).toBe(true);
    }
  }
}
