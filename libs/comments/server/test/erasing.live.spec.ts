import { newId } from '@plenary/ground/kernel';
import { CollabService, PostgresDocStore } from '@plenary/ground/server/collab';
import { until } from '@plenary/ground/testing';
import {
  closedFormats,
  FlatText,
  forkOf,
  LayerRecorder,
  pictureOf,
  readLayers,
  takeIn,
  TextEdit,
  TextUndo,
  wordingsOf,
} from '@plenary/ground/text';
import type { Visitor } from '@plenary/organisations/testing';
import { documentOf, statementRules } from '@plenary/statements/domain';
import { edit, type CoWriter } from '@plenary/statements/testing';
import * as Y from 'yjs';
import { SuggestionEntity } from '../entities/suggestion.entity.js';
import { anchorIn, commentScene, writerOf, type CommentScene } from './comment-scene.js';

const marker = 'Amal Haddad';

/** STM-29: words are looked for in every column of every table. */
describe('words that are erased from a statement', () => {
  let scene: CommentScene;
  beforeAll(async () => {
    scene = await commentScene();
  });
  const open: CoWriter[] = [];
  afterAll(async () => {
    for (const { connection } of open) connection.close();
    await scene.rooms.close();
  });
  const opened = async (by: Visitor, statement: string): Promise<CoWriter> => {
    const writer = await writerOf(scene.rooms, by, statement);
    open.push(writer);
    return writer;
  };

  /** Tables that hold these words in any column, be it in JSON or in bytes. */
  async function tablesWith(words: string): Promise<string[]> {
    const { database } = scene.rooms;
    const tables: { name: string }[] = await database.query(
      `SELECT relname AS name FROM pg_class
       WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'm') ORDER BY 1`,
    );
    const hex = Buffer.from(words, 'utf8').toString('hex');
    const found: string[] = [];
    for (const { name } of tables) {
      const [{ count }] = await database.query(
        `SELECT count(*)::int AS count FROM "${name}" AS t
         WHERE to_jsonb(t)::text ILIKE $1 OR to_jsonb(t)::text LIKE $2`,
        [`%${words}%`, `%${hex}%`],
      );
      if (count > 0) found.push(name);
    }
    return found;
  }
  const collab = () => scene.rooms.app.get(CollabService);
  const said = async (statement: string) => {
    const { body } = await scene.amara.get(`statements/${statement}/text`);
    return body as unknown as string;
  };

  async function suggested(by: Visitor, on: string, words: string) {
    const id = newId();
    const { body } = await by.post(`statements/${on}/suggestions`, { id, language: 'en' });
    const fork = await collab().read(documentOf(on), (doc) => forkOf(doc, []));
    fork.clientID = body.client;
    const text = new FlatText(fork);
    fork.on('afterTransaction', (transaction) => void takeIn(text, transaction));
    const recorder = new LayerRecorder(fork, null);
    fork.transact((transaction) =>
      new TextEdit(text, transaction, closedFormats(statementRules)).insert(text.page[1]!, 0, {
        text: words,
      }),
    );
    const update = Buffer.from(recorder.layer!.update).toString('base64');
    expect((await by.put(`suggestions/${id}/layer`, { update })).status).toBe(200);
    return id;
  }

  it('go from text, history, versions, comments, quotes, suggestions and answers, and leave a dated gap', async () => {
    const { rooms, given, amara, noor, chiara, henrik } = scene;
    const statement = await given.statement({
      paragraphs: [{ text: `We met ${marker} at the port.` }, { text: 'We ask for safety.' }],
    });
    const path = `statements/${statement}/history`;
    const writer = await opened(chiara, statement);
    const { provider } = writer;
    const act = async (work: Parameters<typeof edit>[1]) => {
      edit(provider.doc, work);
      await provider.saved();
    };
    await act((editing, { page }) => void editing.insert(page[1]!, 18, { text: ` So said ${marker}.` }));
    const anchor = await anchorIn(rooms, statement, 'Haddad at');
    const thread = await scene.begun(
      noor,
      { kind: 'passage', anchor, text: `Is ${marker} safe?`, language: 'en' },
      statement,
    );
    await noor.post(`threads/${thread.id}/comments`, { text: 'Nothing of it here', language: 'en' });
    const [comment] = (await noor.get(`threads/${thread.id}`)).body.comments;
    const translated = await chiara.put(`comments/${comment.id}/translations/fr`, {
      text: `${marker} est-elle en sécurité ?`,
    });
    expect(translated.status).toBeLessThan(300);
    const draft = await suggested(noor, statement, `${marker} asks: `);
    const suggestion = await suggested(noor, statement, `With ${marker}: `);
    expect(
      (await noor.post(`suggestions/${suggestion}/send`, { reason: `As ${marker} wished` })).status,
    ).toBe(201);
    await chiara.post(`${path}/versions`, { name: 'Zero draft', note: `With ${marker} in it` });
    // What was written was deleted, and is in the history alone.
    await act((editing, { page }) => editing.delete(page[1]!, 18, 39));
    const state = await collab().read(documentOf(statement), (doc, seq) => ({
      seq,
      state: Y.encodeStateAsUpdate(doc),
    }));
    await rooms.app.get(PostgresDocStore).writeSnapshot(documentOf(statement), 1, state);
    const before = await said(statement);
    expect(before).toContain(marker);
    // As it is kept for who sends the same command again.
    await rooms.database.query(
      `INSERT INTO command_receipt (person_id, command_id, digest, answer, at) VALUES ($1, $2, '', $3, now())`,
      [noor.personId, newId(), JSON.stringify((await noor.get(`threads/${thread.id}`)).body)],
    );
    expect(await tablesWith('Haddad')).toEqual([
      ...['collab_snapshot', 'collab_update', 'command_receipt', 'comment', 'comment_thread'],
      ...['comment_translation', 'statement_version', 'suggestion'],
    ]);

    const moment = (await amara.get(`${path}/moments/1`)).body.paragraphs[0];
    const from = moment.content[0].text.indexOf(marker);
    const passage = { at: 1, paragraphId: moment.id, from, to: from + marker.length };
    const asked = `${path}/moments/1/paragraphs/${moment.id}/erasure?from=${from}&to=${passage.to}`;
    // Asked first, and only by who manages the statement.
    for (const other of [chiara, noor, henrik]) expect((await other.get(asked)).status).toBe(403);
    const { body: cover } = await amara.get(asked);
    expect(cover).toMatchObject({
      ...{ words: marker, places: 1, title: null },
      beside: [
        { what: 'statements-history:history.erase.versions', count: 1 },
        { what: 'comments-erased:quotes', count: 1 },
        { what: 'comments-erased:comments', count: 1 },
        { what: 'comments-erased:suggestions', count: 2 },
      ],
    });
    expect(await said(statement)).toBe(before);
    expect((await chiara.post(`${path}/erasures`, { ...passage, reason: 'No' })).status).toBe(403);
    const codeOf = async (change: object) =>
      (await amara.post(`${path}/erasures`, { ...passage, reason: 'She asked for it', ...change })).body.error
        ?.code;
    expect(await codeOf({ reason: ' ' })).toBe('statement.erasure-reason-empty');
    expect(await codeOf({ to: from + 2 })).toBe('statement.passage-too-short');
    expect(await codeOf({ paragraphId: 'y9.9' })).toBe('statement.paragraph-unknown');

    const erased = await amara.post(`${path}/erasures`, { ...passage, reason: `${marker} asked for it` });
    expect(erased).toMatchObject({
      status: 201,
      body: { reason: '█████ asked for it', by: { personId: amara.personId } },
    });
    expect(await tablesWith(marker)).toEqual([]);
    expect(await tablesWith('Haddad')).toEqual([]);

    // Everybody who has it open has it without the words, and goes on writing.
    await until(() => {
      const picture = pictureOf(provider.doc);
      return provider.status.writable && picture.includes('port') && !picture.includes('Haddad');
    });
    await act((editing, { page }) => void editing.insert(page[1]!, 0, { text: 'Still: ' }));
    expect(await said(statement)).toContain('We met  at the port.');
    expect(await said(statement)).toContain('Still: We ask');

    // The history goes on as before, with a gap; who wrote what else is as it was.
    const { body: history } = await amara.get(path);
    expect(history.erasures).toMatchObject([
      { seq: erased.body.seq, paragraphs: [moment.id, expect.any(String)] },
    ]);
    for (let seq = history.first.seq; seq <= history.last.seq; seq++) {
      const { status, body } = await amara.get(`${path}/moments/${seq}`);
      expect([status, JSON.stringify(body).includes('Haddad')]).toEqual([200, false]);
    }
    const { body: authorship } = await amara.get(`${path}/authorship`);
    expect(
      authorship.shares.reduce((sum: number, { characters }: { characters: number }) => sum + characters, 0),
    ).toBe('We met  at the port.'.length + 'Still: We ask for safety.'.length);
    // Devices hear of it that keep a copy, of whoever may read the statement alone.
    const erasedFor = async (by: Visitor) => {
      const { body } = await by.get('erased-statements');
      return body.items.filter(({ id }: { id: string }) => id === statement) as unknown;
    };
    expect(await erasedFor(noor)).toEqual([
      { id: statement, epoch: 2, seq: erased.body.seq, at: erased.body.at },
    ]);
    expect(await erasedFor(scene.nobody)).toEqual([]);
    // It is on record without the words, and nobody brings it back by restoring or accepting.
    expect((await rooms.eventsOf(statement)).at(-1)).toMatchObject({
      name: 'statement.passage-erased',
      actor_id: amara.personId,
      payload: { seq: erased.body.seq, reason: '█████ asked for it' },
    });
    expect((await chiara.post(`${path}/restorations`, { to: 2 })).status).toBe(201);
    expect((await chiara.post(`suggestions/${suggestion}/accept`, {})).status).toBe(201);
    expect(await said(statement)).toContain('With : ');
    expect((await noor.get(`suggestions/${draft}`)).body.state).toBe('draft');
    expect(await tablesWith('Haddad')).toEqual([]);
    const shown = await noor.get(`threads/${thread.id}`);
    expect(shown.body.comments.map(({ text }: { text: string }) => text)).toEqual([
      'Is █████ safe?',
      'Nothing of it here',
    ]);
  });

  it('go from the title, from names of versions and from what the record tells of them', async () => {
    const { rooms, given, amara, chiara } = scene;
    const name = 'Rosa Okello';
    const statement = await given.statement({
      title: `For ${name}`,
      paragraphs: [{ text: `We met ${name} twice.` }],
    });
    const path = `statements/${statement}/history`;
    for (const version of [`With ${name}`, 'with █████', 'Rev. 1'])
      expect((await chiara.post(`${path}/versions`, { name: version })).status).toBe(201);
    await amara.patch(`statements/${statement}`, { title: `On ${name}` });
    const moment = (await amara.get(`${path}/moments/1`)).body.paragraphs[0];
    const passage = { at: 1, paragraphId: moment.id, from: 7, to: 7 + name.length };
    const asked = `${path}/moments/1/paragraphs/${moment.id}/erasure?from=7&to=${passage.to}`;
    expect((await amara.get(asked)).body).toMatchObject({
      title: 'On █████',
      beside: [
        { what: 'statements-history:history.erase.versions', count: 1 },
        { what: 'statements-history:history.erase.record', count: 3 },
      ],
    });
    const titleNow = async () => (await amara.get(`statements/${statement}`)).body.title as string;
    expect(await titleNow()).toBe(`On ${name}`);
    const erase = (change: object) =>
      amara.post(`${path}/erasures`, { ...passage, reason: 'Asked', ...change });
    expect((await erase({ title: ' ' })).body.error.code).toBe('statement.title-empty');
    expect(await titleNow()).toBe(`On ${name}`);
    // Whoever gives it another title may repeat the words by mistake.
    expect((await erase({ title: `On one of us, ${name}` })).status).toBe(201);
    expect(await titleNow()).toBe('On one of us, █████');
    const { body: history } = await amara.get(path);
    expect(history.versions.map((version: { name: string }) => version.name).sort()).toEqual([
      ...['Rev. 1', 'With █████ 2', 'with █████'],
    ]);
    const events = await rooms.eventsOf(statement);
    expect(events.map(({ name: event, payload }) => [event, (payload as { title?: string }).title])).toEqual(
      expect.arrayContaining([
        ['statement.created', 'For █████'],
        ['statement.renamed', 'On █████'],
        ['statement.renamed', 'On one of us, █████'],
      ]),
    );
    expect(await tablesWith('Okello')).toEqual([]);
    // What says no words of the people's stays as it was.
    expect(events.find(({ name: event }) => event === 'statement.created')).toMatchObject({
      payload: { ownerKind: 'coalition', language: 'en' },
    });
  });

  it('where no other title is given, a mark stands in their place', async () => {
    const { given, amara } = scene;
    const statement = await given.statement({
      title: 'On Idil Warsame',
      paragraphs: [{ text: 'Idil Warsame' }],
    });
    const path = `statements/${statement}/history`;
    const { id: paragraphId } = (await amara.get(`${path}/moments/1`)).body.paragraphs[0];
    expect((await amara.post(`${path}/erasures`, { at: 1, paragraphId, reason: 'Asked' })).status).toBe(201);
    expect((await amara.get(`statements/${statement}`)).body.title).toBe('On █████');
    const renamed = (await scene.rooms.eventsOf(statement)).filter(
      ({ name }) => name === 'statement.renamed',
    );
    expect([renamed, await tablesWith('Warsame')]).toEqual([[], []]);
  });

  it('are looked for and erased so many times by one person in ten minutes', async () => {
    const { rooms, given } = scene;
    const busy = await rooms.as(await given.person('Busy'));
    await given.role(busy.personId, 'coordinator');
    const statement = await given.statement({ paragraphs: [{ text: 'We ask for safety.' }] });
    const path = `statements/${statement}/history`;
    const codes = async (times: number, ask: () => Promise<{ body: { error?: { code: string } } }>) => {
      const found: unknown[] = [];
      for (let time = 0; time < times; time++) found.push((await ask()).body.error?.code);
      return [...new Set(found.slice(0, -1)), found.at(-1)];
    };
    const limited = ['statement.paragraph-unknown', 'request.rate-limited'];
    expect(await codes(121, () => busy.get(`${path}/moments/1/paragraphs/y9.9/erasure`))).toEqual(limited);
    const passage = { at: 1, paragraphId: 'y9.9', reason: 'Asked' };
    expect(await codes(61, () => busy.post(`${path}/erasures`, passage))).toEqual(limited);
    // Nobody else is kept from it.
    expect((await scene.amara.post(`${path}/erasures`, passage)).body.error.code).toBe(limited[0]);
  }, 60_000);

  it('go from a suggestion that wrote part of them anew, by undoing', async () => {
    const { given, amara, noor } = scene;
    const statement = await given.statement({ paragraphs: [{ text: 'We met Farah Nouri.' }] });
    const id = newId();
    const { body } = await noor.post(`statements/${statement}/suggestions`, { id, language: 'en' });
    const fork = await collab().read(documentOf(statement), (doc) => forkOf(doc, []));
    fork.clientID = body.client;
    const text = new FlatText(fork);
    fork.on('afterTransaction', (transaction) => void takeIn(text, transaction));
    const recorder = new LayerRecorder(fork, null);
    const hers = {};
    const undo = new TextUndo(fork, hers);
    const act = (work: (editing: TextEdit) => void) =>
      fork.transact(
        (transaction) => work(new TextEdit(text, transaction, closedFormats(statementRules))),
        hers,
      );
    act((editing) => editing.delete(text.page[0]!, 9, 15));
    undo.undo();
    act((editing) => void editing.insert(text.page[0]!, 0, { text: 'So: ' }));
    const update = Buffer.from(recorder.layer!.update).toString('base64');
    expect((await noor.put(`suggestions/${id}/layer`, { update })).status).toBe(200);
    const kept = async () => {
      const { layer } = await scene.rooms.database.manager.findOneByOrFail(SuggestionEntity, { id });
      return layer!.toString('latin1');
    };
    expect(await kept()).toContain('rah No');
    const moment = (await amara.get(`statements/${statement}/history/moments/1`)).body.paragraphs[0];
    const passage = { at: 1, paragraphId: moment.id, from: 7, to: 18, reason: 'Asked' };
    expect((await amara.post(`statements/${statement}/history/erasures`, passage)).status).toBe(201);
    expect(await kept()).not.toContain('rah No');
    expect(await kept()).toContain('So: ');
  });

  it('do not come back with a suggestion that a device wrote before, and goes on with', async () => {
    const { given, amara, noor } = scene;
    const name = 'Selam Tesfay';
    const statement = await given.statement({
      paragraphs: [{ text: `We met ${name}.` }, { text: 'We ask.' }],
    });
    const id = await suggested(noor, statement, `${name} asks with us. `);
    const kept = await scene.rooms.database.manager.findOneByOrFail(SuggestionEntity, { id });
    const onDevice = new Uint8Array(kept.layer!);
    const moment = (await amara.get(`statements/${statement}/history/moments/1`)).body.paragraphs[0];
    const passage = { at: 1, paragraphId: moment.id, from: 7, to: 7 + name.length, reason: 'Asked' };
    expect((await amara.post(`statements/${statement}/history/erasures`, passage)).status).toBe(201);
    expect(await tablesWith('Tesfay')).toEqual([]);
    // One more key, upon what the device has.
    const layer = { client: Number(kept.clientId), update: onDevice };
    const more = await collab().read(documentOf(statement), (doc) => {
      const fork = forkOf(doc, [layer]);
      fork.clientID = layer.client;
      const text = new FlatText(fork);
      const recorder = new LayerRecorder(fork, layer);
      fork.transact((transaction) =>
        new TextEdit(text, transaction, closedFormats(statementRules)).insert(text.page[1]!, 0, {
          text: 'So: ',
        }),
      );
      return recorder.layer!.update;
    });
    expect(Buffer.from(more).toString('latin1')).toContain('Tesfay');
    const answer = await noor.put(`suggestions/${id}/layer`, {
      update: Buffer.from(more).toString('base64'),
    });
    expect(answer.status).toBe(200);
    const known = Buffer.from(answer.body.layer.update, 'base64').toString('latin1');
    expect([known.includes('Tesfay'), known.includes('asks with us'), known.includes('So: ')]).toEqual([
      ...[false, true, true],
    ]);
    expect(await tablesWith('Tesfay')).toEqual([]);
    expect((await noor.post(`suggestions/${id}/send`, { reason: '' })).status).toBe(201);
    expect((await amara.post(`suggestions/${id}/accept`, {})).status).toBe(201);
    expect(await said(statement)).toContain('So:  asks with us. We ask.');
    expect(await tablesWith('Tesfay')).toEqual([]);
  });

  it('are looked for as long as that can be done, and a refusal does not say them', async () => {
    const { given, amara } = scene;
    const sentence = 'Amal Haddad went (by sea). ';
    const long = sentence.repeat(600).trim();
    const statement = await given.statement({ paragraphs: [{ text: long }] });
    const path = `statements/${statement}/history`;
    const moment = (await amara.get(`${path}/moments/1`)).body.paragraphs[0];
    const passage = { at: 1, paragraphId: moment.id, reason: 'Asked for' };
    const refused = { status: 400, body: { error: { code: 'statement.passage-too-long' } } };
    for (const asked of [
      await amara.get(`${path}/moments/1/paragraphs/${moment.id}/erasure`),
      await amara.post(`${path}/erasures`, passage),
      await amara.post(`${path}/erasures`, { ...passage, from: 0, to: 5_001 }),
    ]) {
      expect(asked).toMatchObject(refused);
      expect(JSON.stringify(asked.body)).not.toContain('Haddad');
    }
    // Whatever is not refused can be done, at any length.
    expect((await amara.post(`${path}/erasures`, { ...passage, from: 0, to: 5_000 })).status).toBe(201);
    expect((await said(statement)).length).toBeLessThan(long.length);
  });

  it('go from an acceptance with other words, from those suggested and those accepted', async () => {
    const { given, amara, noor, chiara } = scene;
    const statement = await given.statement({ paragraphs: [{ text: 'We met.' }, { text: 'At the port.' }] });
    const id = await suggested(noor, statement, 'Ines Duarte said so. ');
    const { body: sent } = await noor.post(`suggestions/${id}/send`, { reason: '' });
    const { client, update } = sent.layer as { client: number; update: string };
    const at = await collab().read(documentOf(statement), (doc) => {
      const layer = { client, update: Buffer.from(update, 'base64') };
      const parts = readLayers(new FlatText(doc), new FlatText(forkOf(doc, [layer])), [layer], []);
      return wordingsOf(parts.get(client)!)[0]!.at;
    });
    const words = { at, suggested: 'Ines Duarte said so. ', accepted: 'Ines Duarte and Omar Said said so. ' };
    const accepted = await chiara.post(`suggestions/${id}/accept`, { wording: 1, otherwise: [words] });
    expect(accepted.body).toMatchObject({
      state: 'accepted',
      decision: { words: [{ accepted: words.accepted }] },
    });
    expect(await tablesWith('Omar Said')).toContain('suggestion');
    // What stands in base64 is in no search.
    const written = async () => {
      const found = await scene.rooms.database.manager.findOneByOrFail(SuggestionEntity, { id });
      return Buffer.from(found.reworded!.set, 'base64').toString('latin1');
    };
    expect(await written()).toContain('Omar Said');

    for (const name of ['Omar Said', 'Ines Duarte']) {
      const { body: now } = await amara.get(`statements/${statement}/history`);
      const { body: moment } = await amara.get(`statements/${statement}/history/moments/${now.last.seq}`);
      const paragraph = moment.paragraphs[1];
      const text = paragraph.content.map((span: { text: string }) => span.text).join('');
      const from = text.indexOf(name);
      const passage = { at: now.last.seq, paragraphId: paragraph.id, from, to: from + name.length };
      const erased = await amara.post(`statements/${statement}/history/erasures`, {
        ...passage,
        reason: 'Asked',
      });
      expect(erased.status).toBe(201);
      expect(await tablesWith(name)).toEqual([]);
    }
    expect(await written()).not.toContain('Omar Said');
    const { decision } = (await noor.get(`suggestions/${id}`)).body;
    expect(decision.words).toEqual([{ suggested: '█████ said so. ', accepted: '█████ and █████ said so. ' }]);
    expect((await chiara.post(`suggestions/${id}/take-back`, {})).status).toBeLessThan(300);
    expect(await said(statement)).not.toContain('said so');
    expect(await tablesWith('Duarte')).toEqual([]);
  });

  it('do not come back from a tab that was without a network meanwhile', async () => {
    const { given, amara, chiara } = scene;
    const statement = await given.statement({ paragraphs: [{ text: 'We met Yara Nasser at the port.' }] });
    const path = `statements/${statement}/history`;
    const stale = await opened(chiara, statement);
    const { doc } = stale.provider;
    expect(pictureOf(doc)).toContain('Yara Nasser');
    stale.connection.socket.disconnect();
    edit(doc, (editing, { page }) => void editing.insert(page[0]!, 0, { text: 'Offline: ' }));
    const moment = (await amara.get(`${path}/moments/1`)).body.paragraphs[0];
    expect(
      (await amara.post(`${path}/erasures`, { at: 1, paragraphId: moment.id, reason: 'Asked for' })).status,
    ).toBe(201);
    stale.connection.socket.connect();
    await until(
      () =>
        stale.provider.status.connection === 'online' && !pictureOf(stale.provider.doc).includes('Nasser'),
    );
    // What was typed meanwhile is shown to its author, and the device has the text as it is.
    expect(stale.provider.status.refusal).toMatchObject({
      code: 'document.epoch-changed',
      text: 'Offline: ',
    });
    expect(stale.provider.doc).not.toBe(doc);
    expect(await said(statement)).not.toContain('Nasser');
    expect(await tablesWith('Nasser')).toEqual([]);
  });
});
