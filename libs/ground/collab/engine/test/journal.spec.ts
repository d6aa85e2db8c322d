import fc from 'fast-check';
import * as Y from 'yjs';
import { pictureOf } from '@plenary/ground/text';
import { codeOf, document, House, soon } from './house.js';

describe('the journal', () => {
  let house: House;
  beforeEach(() => void (house = new House()));
  afterEach(() => house.engine.stop());

  it('SYNC-1 nobody hears of words before they are committed', async () => {
    const amara = await house.writer('amara');
    const mateo = await house.writer('mateo');
    house.store.failing = 'before';
    amara.type('unsaved');
    expect(await codeOf(amara.push())).toBe('document.not-saved');
    await soon();
    expect(mateo.text).toBe('');
    expect(await house.text()).toBe('');
  });

  it('SYNC-1 edits that arrive during a commit go together in the next', async () => {
    const writers = await Promise.all(Array.from({ length: 30 }, (_, i) => house.writer(`w${i}`)));
    writers.forEach((writer, i) => writer.type(`word ${i}`));
    await Promise.all(writers.map((writer) => writer.push()));
    expect(house.store.commits.reduce((sum, each) => sum + each, 0)).toBe(30);
    expect(house.store.commits.length).toBeLessThan(10);
    await soon(200);
    const text = await house.text();
    writers.forEach((writer) => expect(writer.text).toBe(text));
  });

  it('SYNC-2 rows are numbered without a hole and hold the bytes received', async () => {
    const amara = await house.writer('amara');
    const sent: Uint8Array[] = [];
    for (const word of ['one', 'two', 'three']) {
      amara.type(word);
      sent.push(amara.written());
      await amara.push(sent.at(-1)!);
    }
    const rows = await house.store.readAfter(document, 0);
    expect(rows.map((row) => row.seq)).toEqual([1, 2, 3]);
    expect(rows.map((row) => row.update)).toEqual(sent);
  });

  it('SYNC-3 a failed commit is told to its sender, who offers the same again', async () => {
    const amara = await house.writer('amara');
    house.store.away = true;
    amara.type('patience');
    const update = amara.written();
    expect(await codeOf(amara.push(update))).toBe('document.not-saved');
    expect(await codeOf(amara.push(update))).toBe('document.not-saved');
    house.store.away = false;
    expect(await codeOf(amara.push(update))).toBe('taken');
    expect((await house.store.readAfter(document, 0)).length).toBe(1);
  });

  it('SYNC-6 a commit whose answer got lost is not written twice', async () => {
    const amara = await house.writer('amara');
    const mateo = await house.writer('mateo');
    house.store.failing = 'after';
    amara.type('once');
    const update = amara.written();
    expect(await codeOf(amara.push(update))).toBe('document.not-saved');
    house.store.failing = 'no';
    expect(await codeOf(amara.push(update))).toBe('taken');
    await soon();
    expect((await house.store.readAfter(document, 0)).length).toBe(1);
    expect(mateo.text).toBe(amara.text);
  });

  it('SYNC-4 a journal with a hole is an error and no shorter text', async () => {
    const amara = await house.writer('amara');
    const updates: Uint8Array[] = [];
    for (const word of ['one', 'two', 'three']) {
      amara.type(word);
      updates.push(amara.written());
    }
    const other = 'text:00000000-0000-4000-8000-000000000002';
    house.store.create(other, [updates[0]!, updates[2]!]);
    await expect(house.engine.read(other, () => 0)).rejects.toMatchObject({ code: 'document.unreadable' });
  });

  it('SYNC-30 rows that another process wrote in between come first', async () => {
    const amara = await house.writer('amara');
    const elsewhere = new House();
    const mateo = await elsewhere.writer('mateo');
    mateo.doc.clientID = 77;
    mateo.type('from the other process');
    await house.store.append(document, 1, [{ update: mateo.written(), author: null, clientId: 77 }]);
    amara.type('from here');
    await amara.push();
    await soon();
    expect(amara.text).toContain('from the other process');
    expect(await house.text()).toBe(amara.text);
    await elsewhere.engine.stop();
  });

  it('SYNC-40 the first visitors of a document share one load', async () => {
    const load = jest.spyOn(house.store, 'load');
    await Promise.all(Array.from({ length: 10 }, (_, i) => house.writer(`w${i}`)));
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('SYNC-44, SYNC-3 an idle document leaves memory, one with unsaved words does not', async () => {
    const brief = new House(20);
    const amara = await brief.writer('amara');
    amara.type('kept');
    await amara.push();
    expect(brief.engine.openDocuments).toBe(1);
    brief.engine.disconnect('amara');
    await soon(300);
    expect(brief.engine.openDocuments).toBe(0);
    expect(await brief.text()).toContain('kept');
    await brief.engine.stop();
  });

  it('SYNC-6 random writers over a database that fails now and then: each word once, all replicas equal', async () => {
    const act = fc.record({
      who: fc.nat(2),
      what: fc.constantFrom('type', 'type', 'delete', 'push', 'push'),
      database: fc.constantFrom<'no' | 'before' | 'after'>('no', 'no', 'no', 'before', 'after'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
        const own = new House();
        const writers = await Promise.all(['a', 'b', 'c'].map((id) => own.writer(id)));
        const open: (Uint8Array | null)[] = [null, null, null];
        const offer = async (who: number): Promise<boolean> => {
          open[who] ??= writers[who]!.written();
          const code = await codeOf(writers[who]!.push(open[who]!));
          expect(['taken', 'document.not-saved']).toContain(code);
          if (code === 'taken') open[who] = null;
          return code === 'taken';
        };
        let count = 0;
        for (const { who, what, database } of acts) {
          own.store.failing = database;
          const { flat } = writers[who]!;
          if (what === 'type') writers[who]!.type(`<${count++}>`);
          else if (what === 'delete' && flat.paragraphs.length > 0) {
            flat.act((edit, [first]) => edit.remove(first!));
          } else await offer(who);
        }
        own.store.failing = 'no';
        for (const who of [0, 1, 2]) for (let i = 0; i < 3; i++) await offer(who);
        await soon(80);
        const text = await own.text();
        for (const writer of writers) expect(writer.text).toBe(text);
        const replayed = new Y.Doc();
        for (const row of await own.store.readAfter(document, 0)) Y.applyUpdate(replayed, row.update);
        expect(pictureOf(replayed)).toBe(text);
        await own.engine.stop();
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
