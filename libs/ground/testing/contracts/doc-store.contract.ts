import * as Y from 'yjs';
import type { DocStore, JournalEntry, RowsBy } from '@plenary/ground/collab/engine';
import { newId } from '@plenary/ground/kernel';

/** A store under test: how a document is begun in it, and how it is put away. */
export interface StoreUnderTest {
  readonly store: DocStore;
  /** Begins an empty document of epoch 1. */
  create(document: string): Promise<void>;
  close(): Promise<void>;
}

/** What every `DocStore` promises; each implementation runs this in a spec of its own. */
export function describeDocStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name} as a DocStore`, () => {
    let house: StoreUnderTest;
    let document: string;
    const author = { personId: newId<'person'>(), organisationId: newId<'organisation'>() };

    beforeAll(async () => void (house = await open()));
    afterAll(() => house.close());
    beforeEach(async () => {
      document = `text:${newId()}`;
      await house.create(document);
    });

    const entry = (words: string): JournalEntry => ({ update: updateOf(words), author, clientId: 7 });
    const append = (...words: string[]) => house.store.append(document, 1, words.map(entry));

    it('SYNC-4 an unknown document is null, and takes nothing', async () => {
      const unknown = `text:${newId()}`;
      expect(await house.store.load(unknown)).toBeNull();
      await expect(house.store.append(unknown, 1, [entry('lost')])).rejects.toThrow();
      expect(await house.store.load(unknown)).toBeNull();
    });

    it('a new document is empty', async () => {
      expect(await house.store.load(document)).toEqual({
        ...{ epoch: 1, seq: 0, floor: 0, snapshot: null, rows: [] },
      });
    });

    it('SYNC-2 keeps the bytes, numbered from one without a hole', async () => {
      expect(await append('one', 'two')).toEqual({ firstSeq: 1, lastSeq: 2 });
      expect(await append('three')).toEqual({ firstSeq: 3, lastSeq: 3 });
      const stored = await house.store.load(document);
      expect(stored?.seq).toBe(3);
      const bytes = stored!.rows.map((row) => [row.seq, hexOf(row.update)]);
      expect(bytes).toEqual(['one', 'two', 'three'].map((word, i) => [i + 1, hexOf(updateOf(word))]));
    });

    it('SYNC-1 entries of one call stand together, whoever else is writing', async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) => append(`${i}a`, `${i}b`, `${i}c`)),
      );
      const rows = await house.store.readAfter(document, 0);
      expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
      answers.forEach(({ firstSeq, lastSeq }, i) => {
        expect(lastSeq).toBe(firstSeq + 2);
        const own = rows.slice(firstSeq - 1, lastSeq).map((row) => hexOf(row.update));
        expect(own).toEqual(['a', 'b', 'c'].map((part) => hexOf(updateOf(`${i}${part}`))));
      });
    });

    it('SYNC-10 takes a row of the largest size', async () => {
      await append('x'.repeat(990_000));
      expect((await house.store.load(document))!.rows[0]!.update.byteLength).toBeGreaterThan(990_000);
    });

    it('takes a row that nobody wrote: the server’s own', async () => {
      await house.store.append(document, 1, [{ update: updateOf('mended'), author: null, clientId: null }]);
      expect((await house.store.load(document))!.seq).toBe(1);
    });

    describe('SYNC-51 what goes along with a row', () => {
      it('is given its number, and done before the append is', async () => {
        const numbers: number[] = [];
        const along = (word: string): JournalEntry => ({
          ...entry(word),
          andThen: async (_tx, seq) => void numbers.push(seq),
        });
        await append('one');
        const entries = [entry('two'), along('three'), entry('four'), along('five')];
        expect(await house.store.append(document, 1, entries)).toEqual({ firstSeq: 2, lastSeq: 5 });
        expect(numbers).toEqual([3, 5]);
      });

      it('takes all of them back where it fails', async () => {
        const fails: JournalEntry = {
          ...entry('two'),
          andThen: () => Promise.reject(new Error('the process is gone')),
        };
        await append('one');
        await expect(house.store.append(document, 1, [entry('with it'), fails])).rejects.toThrow();
        expect((await house.store.load(document))!.seq).toBe(1);
        expect(await append('three')).toEqual({ firstSeq: 2, lastSeq: 2 });
      });

      it('is not done in another epoch', async () => {
        let isDone = false;
        const along: JournalEntry = { ...entry('stale'), andThen: async () => void (isDone = true) };
        await expect(house.store.append(document, 2, [along])).rejects.toThrow();
        expect(isDone).toBe(false);
      });
    });

    it('SYNC-24 an append for another epoch writes nothing', async () => {
      await expect(house.store.append(document, 2, [entry('stale')])).rejects.toThrow();
      expect((await house.store.load(document))!.seq).toBe(0);
    });

    it('SYNC-30 reads the rows after a number, in order', async () => {
      await append('one', 'two', 'three');
      expect((await house.store.readAfter(document, 1)).map((row) => row.seq)).toEqual([2, 3]);
      expect(await house.store.readAfter(document, 3)).toEqual([]);
    });

    describe('TXT-5 rows of one hand', () => {
      const other = { personId: newId<'person'>(), organisationId: null };
      const wordsOf = async (by: RowsBy, below = Infinity) => {
        const rows = await house.store.rowsBy(document, by, below);
        return rows.map((row) => [row.seq, hexOf(row.update)]);
      };
      const row = (seq: number, word: string) => [seq, hexOf(updateOf(word))];
      const by = (words: string, person: typeof author | typeof other | null, clientId: number | null) => ({
        ...{ update: updateOf(words), author: person, clientId },
      });

      it('are answered by person or by client id, the newest first, and nobody else’s', async () => {
        await house.store.append(document, 1, [
          by('one', author, 7),
          by('two', other, 8),
          by('three', author, 9),
          by('four', author, null),
          by('five', null, 10),
        ]);
        expect(await wordsOf({ personId: author.personId })).toEqual([
          row(4, 'four'),
          row(3, 'three'),
          row(1, 'one'),
        ]);
        expect(await wordsOf({ personId: author.personId }, 4)).toEqual([row(3, 'three'), row(1, 'one')]);
        expect(await wordsOf({ clientIds: [7, 8] })).toEqual([row(2, 'two'), row(1, 'one')]);
        expect(await wordsOf({ personId: null })).toEqual([row(5, 'five')]);
        expect(await wordsOf({ clientIds: [] })).toEqual([]);
        expect(await wordsOf({ personId: newId<'person'>() })).toEqual([]);
        const elsewhere = `text:${newId()}`;
        await house.create(elsewhere);
        expect(await house.store.rowsBy(elsewhere, { personId: author.personId }, Infinity)).toEqual([]);
      });

      it('are all found by asking again, and not too many are answered at once', async () => {
        await append(...Array.from({ length: 300 }, (_, i) => `${i}`));
        await append(...Array.from({ length: 12 }, () => 'x'.repeat(900_000)));
        const found: number[] = [];
        for (let below = Infinity; ;) {
          const rows = await house.store.rowsBy(document, { clientIds: [7] }, below);
          if (rows.length === 0) break;
          expect(rows.length).toBeLessThanOrEqual(200);
          found.push(...rows.map(({ seq }) => seq));
          below = found.at(-1)!;
        }
        expect(found).toEqual(Array.from({ length: 312 }, (_, i) => 312 - i));
      });
    });

    it('SYNC-5 loads the newest snapshot and the rows after it; the journal stays', async () => {
      await append('one', 'two', 'three');
      await house.store.writeSnapshot(document, 1, { seq: 1, state: updateOf('up to one') });
      await house.store.writeSnapshot(document, 1, { seq: 2, state: updateOf('up to two') });
      const stored = (await house.store.load(document))!;
      expect(stored.snapshot!.seq).toBe(2);
      expect(hexOf(stored.snapshot!.state)).toBe(hexOf(updateOf('up to two')));
      expect(stored.rows.map((row) => row.seq)).toEqual([3]);
      expect(await house.store.readAfter(document, 0)).toHaveLength(3);
    });

    it('SYNC-12 gives every client id once, and knows to whom', async () => {
      const other = { personId: newId<'person'>(), organisationId: null };
      const [own, others, server] = await Promise.all([
        house.store.grantClientIds(document, author, 16),
        house.store.grantClientIds(document, other, 16),
        house.store.grantClientIds(document, null, 1),
      ]);
      const all = [...own, ...others, ...server];
      expect(new Set(all).size).toBe(33);
      all.forEach((id) => expect(id > 0 && id < 2 ** 32 && Number.isInteger(id)).toBe(true));
      const owners = await house.store.ownersOf(document, [own[0]!, others[0]!, server[0]!]);
      expect(owners.get(own[0]!)).toEqual(author);
      expect(owners.get(others[0]!)).toEqual(other);
      expect(owners.get(server[0]!)).toBeNull();
    });

    it('SYNC-12 an id that was given to nobody, or for another document, has no owner', async () => {
      const elsewhere = `text:${newId()}`;
      await house.create(elsewhere);
      const [id] = await house.store.grantClientIds(elsewhere, author, 1);
      const owners = await house.store.ownersOf(document, [id!, 4_000_000_000]);
      expect(owners.size).toBe(0);
    });
  });
}

function updateOf(words: string): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.getText('t').insert(0, words);
  return Y.encodeStateAsUpdate(doc);
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
