import fc from 'fast-check';
import * as Y from 'yjs';
import { authorsOf, rootsOf, TextUndo, writtenBy, type ItemId } from '@plenary/ground/text';
import { byHand } from './flat-writer.js';
import { codeOf, document, House, soon, UnreliableStore, type Writer } from './house.js';

/** Says of characters that they are others, written anew. */
function claim(doc: Y.Doc, anew: ItemId, old: ItemId, length: number): void {
  rootsOf(doc).restored.set(anew.join('.'), [...old, length]);
}

/** What a writer types in front of a deleted character, as an undo does, saying that it is that character. */
function forge(
  writer: Writer,
  old: ItemId,
  text: string,
  says: { anew?: ItemId; length?: number } = {},
): void {
  const { doc } = writer;
  doc.transact((transaction) => {
    const dead = Y.getItemCleanStart(transaction, Y.createID(...old)) as Y.Item;
    const anew: ItemId = [doc.clientID, Y.getState(doc.store, doc.clientID)];
    const { left } = dead;
    const content = new Y.ContentString(text);
    const parent = rootsOf(doc).text as unknown as Y.AbstractType<unknown>;
    new Y.Item(
      Y.createID(...anew),
      left,
      left && left.lastId,
      dead,
      dead.id,
      parent,
      null,
      content,
    ).integrate(transaction, 0);
    claim(doc, says.anew ?? anew, old, says.length ?? text.length);
  }, byHand);
}

describe('TXT-5 characters that an undo wrote anew', () => {
  let house: House;
  let amara: Writer;
  let mateo: Writer;
  let first: ItemId;
  beforeEach(async () => {
    house = new House(20);
    [amara, mateo] = [await house.writer('amara'), await house.writer('mateo')];
    mateo.type('We ask for safe routes');
    await mateo.push();
    await soon();
    const [run] = mateo.flat.paragraphs[0]!.runs;
    first = run!.id;
  });
  afterEach(() => house.engine.stop());

  const undoOf = (writer: Writer) => new TextUndo(writer.doc, byHand, 0);
  /** Deletes characters of the first paragraph. */
  const remove = (writer: Writer, from: number, to: number) =>
    writer.flat.act((edit, [paragraph]) => edit.delete(paragraph!, from, to));
  const authors = () =>
    house.engine.read(document, ({ text }) => [...authorsOf(text).values()][0]!.map((run) => run.client));
  const words = () =>
    house.engine.read(document, ({ text }) =>
      [...authorsOf(text).values()].map((runs) => runs.map((run) => run.text).join('')),
    );

  async function refusedWith(reason: string, writer: Writer): Promise<void> {
    const before = await house.state();
    const rows = (await house.store.readAfter(document, 0)).length;
    const refused = expect(writer.push()).rejects;
    await refused.toMatchObject({ code: 'document.schema-violation', params: { reason } });
    await soon(10);
    expect(await house.state()).toBe(before);
    expect((await house.store.readAfter(document, 0)).length).toBe(rows);
  }

  it('stay their first author’s, through undo, redo and undo again', async () => {
    const undo = undoOf(amara);
    remove(amara, 0, 6);
    await amara.push();
    for (const act of ['undo', 'redo', 'undo', 'redo', 'undo'] as const) {
      undo[act]();
      expect(await codeOf(amara.push())).toBe('taken');
    }
    expect(await words()).toEqual(['We ask for safe routes']);
    expect(new Set(await authors())).toEqual(new Set([mateo.doc.clientID]));
  });

  it('also when the deletion and its undo come in one update, as from somebody without a line', async () => {
    const undo = undoOf(amara);
    remove(amara, 3, 11);
    undo.undo();
    undo.redo();
    undo.undo();
    amara.flat.act((edit, [paragraph]) => edit.insert(paragraph!, 5, { text: '(!)' }));
    expect(await codeOf(amara.push())).toBe('taken');
    expect(await words()).toEqual(['We as(!)k for safe routes']);
    expect(new Set(await authors())).toEqual(new Set([mateo.doc.clientID, amara.doc.clientID]));
  });

  it('also when somebody else deleted the same at the same time', async () => {
    const undo = undoOf(amara);
    remove(amara, 0, 6);
    const same = amara.written();
    remove(mateo, 0, 8);
    await mateo.push();
    expect(await codeOf(amara.push(same))).toBe('taken');
    undo.undo();
    expect(await codeOf(amara.push())).toBe('taken');
    expect(await words()).toEqual(['We askor safe routes']);
    expect(await authors()).toEqual([mateo.doc.clientID]);
  });

  it('also a note among them', async () => {
    mateo.flat.act((edit, [paragraph]) =>
      edit.insert(paragraph!, 6, { embed: 'note', values: { text: 'in 2024' } }),
    );
    await mateo.push();
    await soon();
    const undo = undoOf(amara);
    remove(amara, 3, 10);
    await amara.push();
    undo.undo();
    expect(await codeOf(amara.push())).toBe('taken');
    expect(new Set(await authors())).toEqual(new Set([mateo.doc.clientID]));
  });

  it('are looked up in the journal when this process has forgotten, or never knew', async () => {
    const undo = undoOf(amara);
    remove(amara, 0, 6);
    await amara.push();
    house.engine.disconnect('amara');
    house.engine.disconnect('mateo');
    await soon(120);
    expect(house.engine.openDocuments).toBe(0);
    house.engine.connect(amara);
    await amara.join({ epoch: 1, clientIds: 0 });
    const read = jest.spyOn(house.store, 'rowsBy');
    undo.undo();
    expect(await codeOf(amara.push())).toBe('taken');
    expect(read).toHaveBeenCalled();
    expect(await authors()).toEqual([mateo.doc.clientID]);
    read.mockClear();
    undo.redo();
    undo.undo();
    expect(await codeOf(amara.push())).toBe('taken');
  });

  it('the journal is not asked for what is remembered, and a database that is away is "not saved yet"', async () => {
    const read = jest.spyOn(house.store, 'rowsBy');
    const undo = undoOf(amara);
    remove(amara, 0, 6);
    await amara.push();
    undo.undo();
    await amara.push();
    expect(read).not.toHaveBeenCalled();
    // Of what mateo deleted nothing is known of amara.
    remove(mateo, 7, 10);
    await mateo.push();
    await soon();
    read.mockRejectedValue(new Error('the database is away'));
    forge(amara, [first[0], first[1] + 7], 'for');
    expect(await codeOf(amara.push())).toBe('document.not-saved');
  });

  describe('are not believed', () => {
    const deletedBy = async (writer: Writer) => {
      remove(writer, 0, 6);
      await writer.push();
      await soon();
    };

    it('when the new characters are somebody else’s', async () => {
      await deletedBy(amara);
      const [run] = mateo.flat.paragraphs[0]!.runs;
      forge(amara, first, 'We ask', { anew: run!.id });
      await refusedWith('restored', amara);
    });

    it('when the old characters are still there', async () => {
      forge(amara, first, 'We ask');
      await refusedWith('restored', amara);
    });

    it('when they are others', async () => {
      await deletedBy(amara);
      forge(amara, first, 'We beg');
      await refusedWith('restored', amara);
    });

    it('when somebody else deleted them', async () => {
      await deletedBy(mateo);
      forge(amara, first, 'We ask');
      await refusedWith('restored', amara);
    });

    it('when they stand elsewhere, or are not whole', async () => {
      await deletedBy(amara);
      amara.flat.act((edit, [paragraph]) => {
        const anew: ItemId = [amara.doc.clientID, Y.getState(amara.doc.store, amara.doc.clientID)];
        edit.insert(paragraph!, 9, { text: 'We ask' });
        claim(amara.doc, anew, first, 6);
      });
      await refusedWith('restored', amara);
    });

    it.each<[string, string, unknown]>([
      ['a key that is none', 'here', [1, 2, 3]],
      ['a key of characters to come', '1000.99', [1000, 1, 3]],
      ['a value that is none', '$', 'mine'],
      ['characters that nobody wrote', '$', [4_000_000_000, 0, 6]],
      ['no character at all', '$', [1000, 1, 0]],
    ])('with %s', async (_, key, value) => {
      await deletedBy(amara);
      const anew = [amara.doc.clientID, Y.getState(amara.doc.store, amara.doc.clientID)].join('.');
      amara.flat.act((edit, [paragraph]) => {
        edit.insert(paragraph!, 0, { text: 'We ask' });
        rootsOf(amara.doc).restored.set(key.replace('$', anew), value);
      });
      await refusedWith('restored', amara);
    });

    it('when it was said already of the same characters', async () => {
      await deletedBy(amara);
      const undo = undoOf(amara);
      remove(amara, 0, 2);
      undo.undo();
      await amara.push();
      const [key] = [...rootsOf(amara.doc).restored.keys()];
      rootsOf(amara.doc).restored.set(key!, [...first, 2]);
      await refusedWith('restored', amara);
    });
  });

  it('whatever three people delete, undo and redo, offline and at once, no honest one is refused', async () => {
    const act = fc.record({
      who: fc.nat(2),
      what: fc.constantFrom('type', 'type', 'delete', 'delete', 'undo', 'undo', 'redo', 'split', 'push'),
      where: fc.nat(60),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 60 }), async (acts) => {
        const store = new UnreliableStore();
        store.create(document);
        const own = new House(60_000, { store });
        const people = ['a', 'b', 'c'];
        const writers = await Promise.all(people.map((id) => own.writer(id)));
        const typist = new Map<string, string>();
        writers[0]!.type('0123456789');
        for (const character of '0123456789') typist.set(character, 'a');
        await writers[0]!.push();
        await soon(5);
        const undos = writers.map(undoOf);
        const [owners, offered] = [new Map<number, string>(), writers.map((): Uint8Array | null => null)];
        writers.forEach((writer) => owners.set(writer.doc.clientID, writer.personId));
        let next = 0x4e00;
        const push = async (who: number) => {
          offered[who] ??= writers[who]!.written();
          expect(await codeOf(writers[who]!.push(offered[who]!))).toBe('taken');
          offered[who] = null;
          await soon(0);
        };
        for (const { who, what, where } of acts) {
          const { flat, personId } = writers[who]!;
          const at = where % (flat.paragraphs[0]!.length + 1);
          if (what === 'type') {
            const characters = String.fromCharCode(next++, next++);
            for (const character of characters) typist.set(character, personId);
            flat.act((edit, [paragraph]) => edit.insert(paragraph!, at, { text: characters }));
          } else if (what === 'delete') {
            flat.act((edit, [paragraph]) => edit.delete(paragraph!, at, Math.min(at + 4, paragraph!.length)));
          } else if (what === 'split') flat.act((edit, [paragraph]) => edit.split(paragraph!, at, {}));
          else if (what === 'undo') undos[who]!.undo();
          else if (what === 'redo') undos[who]!.redo();
          else await push(who);
          undos[who]!.stopCapturing();
        }
        for (const who of [0, 1, 2]) await push(who);
        await soon(5);
        const [{ flat, text }] = [writers[0]!];
        expect(writers.map((each) => each.text)).toEqual([text, text, text]);
        // Each character is of whoever typed it, however often it was deleted and brought back, and by whom.
        for (const paragraph of flat.paragraphs) {
          for (const { client, text: characters } of writtenBy(flat.page, paragraph)) {
            for (const character of characters)
              expect([character, owners.get(client)]).toEqual([character, typist.get(character)]);
          }
        }
        await own.engine.stop();
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
