import { CollabService } from '@plenary/ground/server/collab';
import { Hold, until } from '@plenary/ground/testing';
import { FlatText, forkOf, readLayers, wordingsOf } from '@plenary/ground/text';
import { documentOf, readParagraphs } from '@plenary/statements/domain';
import type { CoWriter } from '@plenary/statements/testing';
import { SuggestionEntity } from '../entities/suggestion.entity.js';
import { SuggestionLayers } from '../suggestions/suggestion-layers.service.js';
import { commentScene, writerOf, type CommentScene } from './comment-scene.js';
import { insert, sentBy } from './suggester.js';

describe('suggestions that several decide about at once', () => {
  let scene: CommentScene;
  beforeAll(async () => {
    scene = await commentScene();
  });
  const open: CoWriter[] = [];
  afterAll(async () => {
    for (const { connection } of open) connection.close();
    await scene.rooms.close();
  });
  afterEach(() => jest.restoreAllMocks());

  const collab = () => scene.rooms.app.get(CollabService);
  const words = (on: string) =>
    collab().read(documentOf(on), (doc) => readParagraphs(doc).map(({ text }) => text));
  const statementWith = (text: string) => scene.given.statement({ paragraphs: [{ text }] });
  const act = async (by: 'amara' | 'chiara', id: string, what: string, body: object = {}) =>
    (await scene[by].post(`suggestions/${id}/${what}`, body)).status;
  const row = (id: string) => scene.rooms.database.manager.findOneByOrFail(SuggestionEntity, { id });

  /** Does something between what a decision reads and what it keeps. */
  function meanwhile(which: 'takeIn' | 'takeBack', work: () => Promise<unknown>): void {
    const layers = scene.rooms.app.get(SuggestionLayers);
    const read = layers[which].bind(layers) as (...asked: unknown[]) => Promise<never>;
    jest.spyOn(layers, which).mockImplementationOnce(async (...asked: unknown[]) => {
      const found = await read(...asked);
      await work();
      return found;
    });
  }

  /** Erases words of the only paragraph. */
  async function erase(on: string, phrase: string): Promise<void> {
    const { body: history } = await scene.amara.get(`statements/${on}/history`);
    const at = history.last.seq as number;
    const { body } = await scene.amara.get(`statements/${on}/history/moments/${at}`);
    const [paragraph] = body.paragraphs;
    const text = paragraph.content.map((span: { text: string }) => span.text).join('');
    const from = text.indexOf(phrase);
    const passage = { at, paragraphId: paragraph.id, from, to: from + phrase.length, reason: 'Asked for' };
    expect((await scene.amara.post(`statements/${on}/history/erasures`, passage)).status).toBe(201);
  }

  it('SUG-6 of two who take back at once one does', async () => {
    const on = await statementWith('One.');
    const { id } = await sentBy(scene.rooms, scene.noor, insert(' and a half'), on);
    await act('chiara', id, 'accept');
    const hold = await Hold.of(scene.rooms.database, 'SELECT 1 FROM statement WHERE id = $1 FOR UPDATE', [
      on,
    ]);
    const both = Promise.all([act('amara', id, 'take-back'), act('chiara', id, 'take-back')]);
    await hold.waiting(2);
    await hold.release();
    expect((await both).toSorted()).toEqual([201, 409]);
    expect(await words(on)).toEqual(['One.']);
    await act('chiara', id, 'accept');
    expect(await words(on)).toEqual(['One and a half.']);
  });

  it('SUG-6 takes back what is accepted now, when somebody took back and accepted again meanwhile', async () => {
    const on = await statementWith('One.');
    const { id } = await sentBy(scene.rooms, scene.noor, insert(' and a half'), on);
    await act('chiara', id, 'accept');
    meanwhile('takeBack', async () => {
      expect(await act('chiara', id, 'take-back')).toBe(201);
      expect(await act('chiara', id, 'accept')).toBe(201);
    });
    expect(await act('amara', id, 'take-back')).toBe(201);
    expect((await row(id)).state).toBe('open');
    expect(await words(on)).toEqual(['One.']);
  });

  it('SUG-6 takes nothing back that somebody took back and rejected meanwhile, and opens it', async () => {
    const on = await statementWith('One.');
    const { id } = await sentBy(scene.rooms, scene.noor, insert(' and a half'), on);
    await act('chiara', id, 'accept');
    meanwhile('takeBack', async () => {
      await act('chiara', id, 'take-back');
      await act('chiara', id, 'reject', { reason: 'No' });
    });
    expect(await act('amara', id, 'take-back')).toBe(201);
    const { state, writing, decisionReason } = await row(id);
    expect({ state, writing, decisionReason }).toEqual({ state: 'open', writing: null, decisionReason: '' });
    expect(scene.rooms.app.get(SuggestionLayers).takeBack).toHaveBeenCalledTimes(2);
    expect(await words(on)).toEqual(['One.']);
  });

  it('SUG-6 a right that is withdrawn while one takes back refuses it, and the text stays', async () => {
    const on = await scene.given.statement({
      groupId: await scene.given.group(),
      paragraphs: [{ text: 'One.' }],
    });
    const granted = { subjectKind: 'person', subjectId: scene.lin.personId, right: 'edit' };
    await scene.amara.put(`statements/${on}/grants`, granted);
    const { id } = await sentBy(scene.rooms, scene.lin, insert(' and a half'), on);
    await act('amara', id, 'accept');
    const { database } = scene.rooms;
    const hold = await Hold.of(database, 'SELECT FROM statement WHERE id = $1 FOR UPDATE', [on]);
    const back = scene.lin.post(`suggestions/${id}/take-back`, {});
    await hold.waiting(1);
    await hold.query(`UPDATE statement_grant SET "right" = 'comment' WHERE statement_id = $1`, [on]);
    await hold.release();
    expect((await back).status).toBe(403);
    expect((await row(id)).state).toBe('accepted');
    expect(await words(on)).toEqual(['One and a half.']);
  });

  it('SUG-6, STM-29 brings nothing back of words that are erased while it is taken back', async () => {
    const on = await statementWith('One.');
    const { id } = await sentBy(scene.rooms, scene.noor, insert(' with Amal Haddad'), on);
    await act('chiara', id, 'accept');
    meanwhile('takeBack', () => erase(on, 'Amal Haddad'));
    expect(await act('amara', id, 'take-back')).toBe(201);
    const { layer, sent } = await row(id);
    for (const bytes of [layer, sent]) expect(bytes!.toString('latin1')).not.toContain('Haddad');
    expect(await act('chiara', id, 'accept')).toBe(201);
    expect(await words(on)).toEqual(['One with .']);
  });

  it('SUG-5, STM-29 writes nothing of words that are erased while it is on its way into the text', async () => {
    const on = await statementWith('One by Amal Haddad.');
    const { id } = await sentBy(scene.rooms, scene.noor, insert(' with Amal Haddad'), on);
    const layers = scene.rooms.app.get(SuggestionLayers);
    const write = layers.write.bind(layers);
    let erased: Promise<void> | undefined;
    // The request writes, and so does the job.
    jest.spyOn(layers, 'write').mockImplementation(async (suggestion) => {
      await (erased ??= erase(on, 'Amal Haddad'));
      return write(suggestion);
    });
    expect(await act('chiara', id, 'accept')).toBe(201);
    expect(await words(on)).toEqual(['One with  by .']);
    await until(async () => (await row(id)).writing === null, 'all to be written');
    const rows = await scene.rooms.database.query('SELECT data FROM collab_update WHERE document_id = $1', [
      documentOf(on),
    ]);
    for (const { data } of rows) expect(data.toString('latin1')).not.toContain('Haddad');
  });

  it('SUG-5, STM-29 keeps nothing of words that are erased while their deletion is accepted', async () => {
    const on = await statementWith('One with Amal Haddad, and others.');
    const { id } = await sentBy(
      scene.rooms,
      scene.noor,
      (editing, { page }) => editing.delete(page[0]!, 3, 20),
      on,
    );
    meanwhile('takeIn', () => erase(on, 'Amal Haddad'));
    expect(await act('chiara', id, 'accept')).toBe(201);
    expect(JSON.stringify((await row(id)).deed)).not.toContain('Haddad');
    expect(await words(on)).toEqual(['One, and others.']);
  });

  it('SUG-9 readers see what was accepted, and never what was suggested; the record says that it was changed', async () => {
    const on = await statementWith('One.');
    const suggested = ' and a half';
    const { id } = await sentBy(scene.rooms, scene.noor, insert(suggested), on);
    const { client, update } = (await scene.chiara.get(`suggestions/${id}`)).body.layer;
    const at = await collab().read(documentOf(on), (doc) => {
      const layer = { client, update: Buffer.from(update, 'base64') };
      const parts = readLayers(new FlatText(doc), new FlatText(forkOf(doc, [layer])), [layer], []);
      return wordingsOf(parts.get(client)!)[0]!.at;
    });
    const reader = await writerOf(scene.rooms, scene.henrik, on);
    open.push(reader);
    const seen: string[] = [];
    reader.provider.doc.on('update', () => seen.push(readParagraphs(reader.provider.doc)[0]!.text));
    const otherwise = [{ at, suggested, accepted: ' and a quarter' }];
    expect(await act('chiara', id, 'accept', { wording: 1, otherwise })).toBe(201);
    await until(() => seen.length > 0);
    await until(() => reader.provider.seq === 3);
    expect(seen).toEqual(['One and a quarter.']);

    const plain = await sentBy(scene.rooms, scene.noor, insert(' so'), on);
    await act('chiara', plain.id, 'accept');
    const changed = async (of: string) =>
      (await scene.rooms.eventsOf(of)).find(({ name }) => name === 'suggestion.accepted')!.payload;
    expect(await changed(id)).toMatchObject({ changed: true });
    expect(await changed(plain.id)).toMatchObject({ changed: false });
  });
});
