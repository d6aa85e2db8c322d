import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { limits } from '@plenary/ground/collab/protocol';
import { codeOf, document, House, soon, type Writer } from './house.js';

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
  function update(clientId: number, change: (body: Y.XmlFragment, doc: Y.Doc) => void): Uint8Array {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(amara.doc));
    doc.clientID = clientId;
    const before = Y.encodeStateVector(doc);
    change(doc.getXmlFragment('body'), doc);
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

  it('SYNC-13 a mutated update is refused whole or leads to a text of the schema', async () => {
    const honest = update(id(amara), (body) => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.setAttribute('id', 'new');
      paragraph.insert(0, [new Y.XmlText('words of some length')]);
      body.push([paragraph]);
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(honest.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const own = new House();
          const writer = await own.writer('amara');
          writer.doc.clientID = id(amara);
          const mutated = honest.slice();
          for (const [place, value] of changes) mutated[place] = value;
          await codeOf(writer.push(mutated));
          const text = await own.text();
          expect(text.replace(/<\/?(paragraph|note|bold|link)( [a-z]+="[^"<]*")*>/g, '')).not.toMatch(/[<>]/);
          await own.engine.stop();
        },
      ),
      { numRuns: 150 },
    );
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
    const words = (body: Y.XmlFragment) => body.push([new Y.XmlElement('paragraph')]);
    expect(await refused(amara, update(id(mateo), words))).toBe('document.foreign-client');
    expect(await refused(amara, update(4_000_000_000, words))).toBe('document.foreign-client');
  });

  it('SYNC-12 edits made offline come back under another id of the same person', async () => {
    const { clientIds } = await amara.join({ clientIds: 2 });
    const later = update(clientIds[1]!, (body) => body.push([new Y.XmlElement('paragraph')]));
    expect(await codeOf(amara.push(later))).toBe('taken');
  });

  it.each<[string, (body: Y.XmlFragment, doc: Y.Doc) => void]>([
    ['an unknown node', (body) => body.push([new Y.XmlElement('script')])],
    ['a node where it may not stand', (body) => body.push([new Y.XmlElement('note')])],
    ['text beside paragraphs', (body) => body.push([new Y.XmlText('loose')])],
    ['an unknown attribute', (body) => (body.get(0) as Y.XmlElement).setAttribute('onclick', 'x')],
    ['the name of a built-in', (body) => (body.get(0) as Y.XmlElement).setAttribute('constructor', 'x')],
    [
      'a value that is not allowed',
      (body) => (body.get(0) as Y.XmlElement).setAttribute('level', 9 as never),
    ],
    ['an unknown mark', (body) => textIn(body).format(0, 2, { blink: {} })],
    ['an unsafe link', (body) => textIn(body).format(0, 2, { link: { href: 'javascript:alert(1)' } })],
    ['another root', (_, doc) => doc.getMap('secrets').set('a', 1)],
    ['a subdocument', (_, doc) => doc.getMap('body2').set('a', new Y.Doc())],
    ['an embedded object', (body) => textIn(body).insertEmbed(0, { image: 'x' })],
  ])('SYNC-13 %s', async (_, change) => {
    expect(await refused(amara, update(id(amara), change))).toBe('document.schema-violation');
    // And the next honest word is taken.
    amara.type('still here');
    expect(await codeOf(amara.push())).toBe('taken');
  });

  it('SYNC-14 too much at once, while an honest paste of 200 KB passes', async () => {
    amara.type('x'.repeat(200_000));
    expect(await codeOf(amara.push())).toBe('taken');
    const codes = await Promise.all(
      Array.from({ length: limits.messageBurst + 20 }, () => codeOf(amara.push(new Uint8Array([0, 0])))),
    );
    expect(codes).toContain('document.rate-limited');
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
    await house.engine.accessChanged({ personId: 'amara' });
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

  it('SYNC-24 another schema reads and does not write; another epoch never merges', async () => {
    await amara.join({ schema: 2 });
    amara.type('from a newer page');
    expect(await refused(amara, amara.written())).toBe('document.schema-outdated');
    expect(await codeOf(amara.join({ epoch: 7 }))).toBe('document.epoch-changed');
    expect(await codeOf(mateo.push(new Uint8Array([0, 0]), 7))).toBe('document.epoch-changed');
  });
});

function textIn(body: Y.XmlFragment): Y.XmlText {
  return (body.get(0) as Y.XmlElement).get(0) as Y.XmlText;
}
