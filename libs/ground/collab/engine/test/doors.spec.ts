import * as Y from 'yjs';
import { textHash } from '@plenary/ground/collab/protocol';
import { pictureOf, textModel } from '@plenary/ground/text';
import { codeOf, document, House, type Writer } from './house.js';
import { PassingTime } from './passing-time.js';

/** How a document is opened, kept, judged and put away. Time passes when a spec says so, and while it waits. */
describe('doors', () => {
  let time: PassingTime;
  let house: House;
  let amara: Writer;

  beforeEach(async () => {
    time = new PassingTime();
    house = new House(20, { clock: time.clock });
    house.store.takes = 0;
    amara = await settled(house.writer('amara'));
    amara.type('We, the undersigned,');
    await settled(amara.push());
  });
  afterEach(() => settled(house.engine.stop()));

  const passes = (milliseconds: number) => time.passes(milliseconds);
  const settled = <Answer>(work: Promise<Answer>) => time.settled(work);

  /** A commit that does not come back until it is let go. */
  function holdCommits(): () => void {
    let release = (): void => undefined;
    const held = new Promise<void>((done) => (release = done));
    const append = house.store.append.bind(house.store);
    house.store.append = async (...args) => {
      await held;
      return append(...args);
    };
    return release;
  }

  it('SYNC-3 a slow commit is answered within three seconds, succeeds later, and is there once', async () => {
    const mateo = await settled(house.writer('mateo'));
    const release = holdCommits();
    amara.type('slow');
    const update = amara.written();
    const start = time.clock.now();
    expect(await settled(codeOf(amara.push(update)))).toBe('document.not-saved');
    expect(time.clock.now() - start).toBeLessThan(3_000);
    // Offered again while it is still on its way, alone and together with later words.
    const again = amara.push(update);
    amara.type('and more');
    const together = Y.mergeUpdates([update, amara.written()]);
    const later = amara.push(together);
    release();
    expect(await settled(codeOf(again))).toBe('taken');
    expect(await settled(codeOf(later))).toBe('document.resync');
    await passes(60);
    expect((await house.store.readAfter(document, 0)).length).toBe(2);
    expect(mateo.text.match(/slow/g)).toHaveLength(1);
  });

  it('SYNC-3 a session whose words are on their way does not leave memory', async () => {
    const release = holdCommits();
    amara.type('still on its way');
    const saved = amara.push();
    await passes(20);
    house.engine.disconnect('amara');
    await passes(1_000);
    expect(house.engine.openDocuments).toBe(1);
    release();
    await settled(saved);
    await passes(120);
    expect(house.engine.openDocuments).toBe(0);
    expect(await house.text()).toContain('still on its way');
  });

  it('SYNC-1 each acknowledgement names the row that holds the words', async () => {
    const writers = await settled(Promise.all(['b', 'c', 'd', 'e'].map((id) => house.writer(id))));
    const updates = writers.map((writer) => (writer.type(writer.id), writer.written()));
    const answers = await settled(Promise.all(writers.map((writer, i) => writer.push(updates[i]))));
    const rows = await house.store.readAfter(document, 0);
    answers.forEach(({ seq }, i) => expect(rows[seq - 1]!.update).toEqual(updates[i]));
  });

  it('SYNC-4 bytes in the journal that are no update are an error, not an empty text', async () => {
    const other = 'text:00000000-0000-4000-8000-000000000003';
    house.store.create(other, [new Uint8Array([9, 9, 9])]);
    await expect(house.engine.read(other, () => 0)).rejects.toMatchObject({ code: 'document.unreadable' });
    expect(house.engine.openDocuments).toBe(1);
  });

  it('SYNC-5 a snapshot is made in the background, and the text opens from it', async () => {
    for (let i = 0; i < 10; i++) {
      amara.type('x'.repeat(120_000));
      await settled(amara.push());
    }
    await passes(3_000);
    const stored = (await house.store.load(document))!;
    expect(stored.snapshot).not.toBeNull();
    expect(stored.rows.length).toBeLessThan(11);
    const replica = new Y.Doc();
    Y.applyUpdate(replica, stored.snapshot!.state);
    stored.rows.forEach((row) => Y.applyUpdate(replica, row.update));
    expect(pictureOf(replica)).toBe(await house.text());
  });

  it('SYNC-44 a document opened for a join that is refused leaves memory, too', async () => {
    house.engine.disconnect('amara');
    await passes(100);
    expect(house.engine.openDocuments).toBe(0);
    const mateo = await settled(house.writer('mateo'));
    house.engine.leave('mateo', document);
    expect(await settled(codeOf(mateo.join({ epoch: 9 })))).toBe('document.epoch-changed');
    await passes(100);
    expect(house.engine.openDocuments).toBe(0);
  });

  it('SYNC-20 one who cannot be judged is shown out, and the others are judged all the same', async () => {
    const mateo = await settled(house.writer('mateo'));
    house.judge = async (actor) => {
      if (actor.personId === 'amara') throw new Error('the database is away');
      return 'none';
    };
    await settled(house.engine.accessChanged({}));
    expect(amara.heard.at(-1)!.message).toMatchObject({ code: 'document.going-away' });
    expect(mateo.heard.at(-1)!.message).toMatchObject({ code: 'document.not-found' });
    expect(house.listeners.size).toBe(0);
    await passes(100);
    expect(house.engine.openDocuments).toBe(0);
  });

  it('SYNC-20 an answer from before a change of rights is not taken for one from after it', async () => {
    let answer = (_: 'edit' | 'none'): void => undefined;
    house.judge = () => new Promise((done) => (answer = done));
    const pushed = codeOf(amara.push((amara.type('late'), amara.written())));
    await passes(5);
    const first = answer;
    const changed = house.engine.accessChanged({ personIds: ['amara'] });
    await passes(5);
    house.judge = async () => 'none';
    first('edit');
    answer('none');
    await settled(changed);
    expect(await settled(pushed)).toBe('document.not-found');
    expect((await house.store.readAfter(document, 0)).length).toBe(1);
  });

  it('SYNC-3 a right that cannot be asked for now is "not saved yet"', async () => {
    house.judge = async () => {
      throw new Error('the database is away');
    };
    amara.type('patience');
    const update = amara.written();
    expect(await settled(codeOf(amara.push(update)))).toBe('document.not-saved');
    house.judge = null;
    expect(await settled(codeOf(amara.push(update)))).toBe('taken');
  });

  it('SYNC-14 whoever makes the server throw copies of the text away is slowed down', async () => {
    const codes: string[] = [];
    for (let i = 0; i < 30; i++) {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(amara.doc));
      doc.clientID = amara.answer!.clientIds[0]!;
      const before = Y.encodeStateVector(doc);
      doc.getMap('blocks').set('nobody/level', 1);
      codes.push(await settled(codeOf(amara.push(Y.encodeStateAsUpdate(doc, before)))));
    }
    expect(codes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'document.schema-violation'));
    expect(codes.at(-1)).toBe('document.rate-limited');
  });

  it('STM-12 a text that stands open costs no client id and no row', async () => {
    const granted = jest.spyOn(house.store, 'grantClientIds');
    await passes(5_000);
    expect(granted).not.toHaveBeenCalled();
    expect((await house.store.readAfter(document, 0)).length).toBe(1);
  });

  it('STM-12 paragraphs never come to share an id, and nobody has to mend any', async () => {
    amara.flat.act((edit, [first]) => {
      const second = edit.split(first!, 3, {});
      edit.insert(edit.insertParagraph(second, {}), 0, { text: 'pasted' });
    });
    await settled(amara.push());
    await passes(5_000);
    const ids = amara.flat.paragraphs.map((each) => each.id);
    expect(new Set(ids).size).toBe(3);
    expect(await house.text()).toBe(amara.text);
    expect((await house.store.readAfter(document, 0)).length).toBe(2);
  });

  it('SYNC-24 equal replicas are told so, different ones are sent back', async () => {
    const ask = async (text: string) =>
      house.engine.verify('amara', {
        document,
        stateVector: Y.encodeStateVector(amara.doc),
        hash: await textHash(text),
      });
    expect(await settled(ask(amara.text))).toEqual({ verdict: 'equal' });
    expect(await settled(codeOf(ask('something else')))).toBe('document.resync');
    amara.type('not sent');
    expect(await settled(ask('something else'))).toEqual({ verdict: 'unknown' });
  });

  it('SYNC-32 a stopping engine finishes commits, tells everybody, and takes nothing more', async () => {
    amara.type('just in time');
    const saved = amara.push();
    await time.turn();
    await settled(house.engine.stop());
    expect(await settled(codeOf(saved))).toBe('taken');
    expect(amara.heard.at(-1)).toMatchObject({ message: { code: 'document.going-away' } });
    expect(await settled(codeOf(amara.join()))).toBe('document.going-away');
    expect((await house.store.readAfter(document, 0)).length).toBe(2);
  });

  it('a kind that nobody registered does not exist', async () => {
    const request = {
      model: textModel,
      schema: 1,
      epoch: null,
      stateVector: new Uint8Array([0]),
      clientIds: 0,
    };
    const joined = house.engine.join('amara', { ...request, document: 'memo:1' });
    expect(await codeOf(joined)).toBe('document.not-found');
  });
});
