import { createHash, randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ByteRange, FileStore } from '@plenary/ground/server';
import { newId } from '@plenary/ground/kernel';

/** A store under test, with nothing in it, and how it is put away. */
export interface FileStoreUnderTest {
  readonly store: FileStore;
  close(): Promise<void>;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function* thatBreaks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
  throw new RangeError('the line was cut');
}

/** What every `FileStore` promises; each implementation runs this in a spec of its own. */
export function describeFileStore(name: string, open: () => Promise<FileStoreUnderTest>): void {
  describe(`${name} as a FileStore`, () => {
    let place: FileStoreUnderTest;
    let store: FileStore;
    beforeAll(async () => {
      place = await open();
      ({ store } = place);
      await store.prepare();
    });
    afterAll(() => place.close());

    const read = async (id: string, range?: ByteRange) =>
      buffer((await store.open(id, range)) as Readable | never);
    const ids = async () => {
      const found: string[] = [];
      for await (const id of store.ids()) found.push(id);
      return found;
    };

    it.each([0, 1, 65_536, 1_000_003])(
      'keeps %i bytes as they were given, at once or in pieces',
      async (length) => {
        const bytes = randomBytes(length);
        for (const source of [bytes, inPieces(bytes, 4_099)]) {
          const id = newId();
          expect(await store.put(id, source)).toEqual({ bytes: length, sha256: sha256(bytes) });
          expect(await store.size(id)).toBe(length);
          expect((await read(id)).equals(bytes)).toBe(true);
        }
      },
    );

    it('reads a part, its first and last byte included', async () => {
      const id = newId();
      await store.put(id, Buffer.from('0123456789'));
      expect((await read(id, { start: 2, end: 4 })).toString()).toBe('234');
      expect((await read(id, { start: 9, end: 9 })).toString()).toBe('9');
    });

    it('knows nothing of what was never put, or was taken away', async () => {
      const id = newId();
      await store.put(id, Buffer.from('gone'));
      await store.delete(id);
      for (const each of [id, newId()]) {
        expect([await store.open(each), await store.size(each)]).toEqual([null, null]);
        await store.delete(each);
      }
      expect(await ids()).not.toContain(id);
    });

    it('of a file that was cut short nothing is found', async () => {
      const id = newId();
      await expect(store.put(id, thatBreaks(Buffer.from('half')))).rejects.toThrow('the line was cut');
      expect([await store.open(id), await store.size(id)]).toEqual([null, null]);
      // Sent again, it is kept: as by a restore that was begun anew.
      await store.put(id, Buffer.from('whole'));
      expect((await read(id)).toString()).toBe('whole');
    });

    it('a reader goes on with the bytes that it opened, whoever takes them away', async () => {
      const id = newId();
      const bytes = randomBytes(300_000);
      await store.put(id, bytes);
      const stream = await store.open(id);
      await store.delete(id);
      expect((await buffer(stream!)).equals(bytes)).toBe(true);
    });

    it('names all that it has, each once', async () => {
      const put = await Promise.all(
        Array.from({ length: 40 }, async () => {
          const id = newId();
          await store.put(id, Buffer.from(id));
          return id;
        }),
      );
      const found = await ids();
      expect(found).toEqual(expect.arrayContaining(put));
      expect(new Set(found).size).toBe(found.length);
    });

    it('takes no id that we did not make', async () => {
      for (const id of ['../../outside', '', 'a/b', `${newId()}/..`]) {
        await expect(store.put(id, Buffer.from('x'))).rejects.toThrow('no id of a file');
        await expect(store.open(id)).rejects.toThrow('no id of a file');
      }
    });
  });
}
