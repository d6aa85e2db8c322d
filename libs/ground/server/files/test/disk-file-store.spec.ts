import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@plenary/ground/kernel';
import { describeFileStore } from '@plenary/ground/testing';
import { DiskFileStore } from '../../index.js';

const newFolder = () => mkdtempSync(join(tmpdir(), 'plenary-store-'));

describeFileStore('DiskFileStore', async () => {
  const folder = newFolder();
  const store = new DiskFileStore(async () => join(folder, 'place'));
  return { store, close: async () => rmSync(folder, { recursive: true, force: true }) };
});

describe('DiskFileStore', () => {
  const folder = newFolder();
  const store = new DiskFileStore(async () => folder);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const idsOf = async () => {
    const found: string[] = [];
    for await (const id of store.ids()) found.push(id);
    return found;
  };

  it('files are for the user who runs Plenary alone', async () => {
    const id = newId();
    await store.put(id, Buffer.from('private'));
    const shard = join(folder, id.slice(-2));
    expect([statSync(shard).mode & 0o777, statSync(join(shard, id)).mode & 0o777]).toEqual([0o700, 0o600]);
    expect(readdirSync(shard)).toEqual([id]);
  });

  it('a name is given to whole bytes alone: what a killed process was at is no file, and is swept like one', async () => {
    const id = newId();
    await store.put(id, Buffer.from('whole'));
    writeFileSync(join(folder, id.slice(-2), `${id}.part`), 'ha');
    expect(await store.size(id)).toBe(5);
    const cut = newId();
    await store.put(cut, Buffer.from('x'));
    await store.delete(cut);
    writeFileSync(join(folder, cut.slice(-2), `${cut}.part`), 'ha');
    expect(await store.size(cut)).toBeNull();
    expect((await idsOf()).filter((each) => each === id || each === cut).sort()).toEqual([cut, id].sort());
    await store.delete(cut);
    expect(await idsOf()).not.toContain(cut);
  });

  it('while it is written, nothing stands under the name', async () => {
    const id = newId();
    const seen: (number | null)[] = [];
    const source = (async function* () {
      yield Buffer.from('one');
      seen.push(await store.size(id));
      yield Buffer.from('two');
    })();
    await store.put(id, source);
    expect(seen).toEqual([null]);
    expect(readFileSync(join(folder, id.slice(-2), id), 'utf8')).toBe('onetwo');
  });

  it('a folder that cannot be used is said at the start, with what to do', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const bad = new DiskFileStore(async () => join(file, 'place'));
    await expect(bad.prepare()).rejects.toThrow(/cannot be used \(ENOTDIR\).*FILES_FOLDER=/);
  });
});
