import { newId } from '@plenary/ground/kernel';
import { CollabService } from '@plenary/ground/server/collab';
import {
  authorsOf,
  FlatText,
  forkOf,
  LayerRecorder,
  readLayers,
  TextEdit,
  wordingsOf,
} from '@plenary/ground/text';
import { until } from '@plenary/ground/testing';
import type { Visitor } from '@plenary/organisations/testing';
import { documentOf, readParagraphs } from '@plenary/statements/domain';
import { edit } from '@plenary/statements/testing';
import { suggestionLimits } from '@plenary/comments/domain';
import { SuggestionEntity } from '../entities/suggestion.entity.js';
import { SuggestionLayers } from '../suggestions/suggestion-layers.service.js';
import { commentScene, writerOf, type CommentScene } from './comment-scene.js';
import { begunBy, insert, sentBy, type Change } from './suggester.js';

describe('suggestions over HTTP', () => {
  let scene: CommentScene;
  beforeAll(async () => {
    scene = await commentScene();
  });
  afterAll(() => scene.rooms.close());

  const collab = () => scene.rooms.app.get(CollabService);
  const words = (on = scene.statement) =>
    collab().read(documentOf(on), (doc) => readParagraphs(doc).map(({ text }) => text));
  const bytesOf = (on = scene.statement) => collab().read(documentOf(on), (_, seq) => seq);
  const codeOf = ({ status, body }: { status: number; body: { error?: { code: string } } }) => [
    status,
    body.error?.code,
  ];
  const statementWith = (...texts: string[]) =>
    scene.given.statement({ paragraphs: texts.map((text) => ({ text })) });

  const begun = (by: Visitor, on = scene.statement) => begunBy(scene.rooms, by, on);
  const sent = (by: Visitor, change: Change, on = scene.statement) => sentBy(scene.rooms, by, change, on);

  it('SUG-1, SUG-3, SUG-7 a draft is its author’s alone; sent, all who may read see it, and the text has not changed', async () => {
    const before = await bytesOf();
    const draft = await begun(scene.noor);
    draft.write(insert('all of us, '));
    const kept = await draft.keep();
    expect([kept.status, kept.body.state, kept.body.hasMore]).toEqual([200, 'draft', true]);
    for (const other of [scene.sami, scene.amara, scene.henrik])
      expect(codeOf(await other.get(`suggestions/${draft.id}`))).toEqual([404, 'suggestion.not-found']);
    const listed = await scene.amara.get(`statements/${scene.statement}/suggestions`);
    expect(listed.body.items).toEqual([]);

    expect((await draft.send('Say who')).body).toMatchObject({
      state: 'open',
      wording: 1,
      reason: 'Say who',
    });
    const { body } = await scene.henrik.get(`suggestions/${draft.id}`);
    expect(body).toMatchObject({
      ...{ state: 'open', wording: 1, layer: { update: draft.base64() }, hasMore: false, mySignal: null },
      author: { name: 'Noor', organisation: { name: 'Ours' } },
      may: { write: false, signal: false, decide: false, takeBack: false },
    });
    expect(codeOf(await scene.nobody.get(`suggestions/${draft.id}`))).toEqual([404, 'suggestion.not-found']);
    expect(await bytesOf()).toBe(before);
    expect((await scene.noor.delete(`suggestions/${draft.id}`)).status).toBe(204);
  });

  it('SUG-3 what its author writes on is seen once it is sent again, as another wording', async () => {
    const draft = await sent(scene.noor, insert('one '));
    const first = draft.base64();
    draft.write(insert('two '));
    await draft.keep();
    const seen = async () => (await scene.lin.get(`suggestions/${draft.id}`)).body;
    expect(await seen()).toMatchObject({ wording: 1, layer: { update: first } });
    await draft.send('It is clearer');
    expect(await seen()).toMatchObject({ wording: 2, layer: { update: draft.base64() } });
    // Sent again as it is, it is the same.
    await draft.send('It is clearer');
    expect(await seen()).toMatchObject({ wording: 2 });
    await scene.noor.delete(`suggestions/${draft.id}`);
  });

  it('SUG-3 of two devices that go on with one draft neither takes away what the other wrote', async () => {
    const draft = await begun(scene.noor);
    draft.write(insert('one '));
    await draft.keep();
    const early = draft.base64();
    draft.write(insert('here '));
    await draft.keep();
    const here = draft.base64();
    // The other device had the words of the beginning, and wrote on without a network.
    const there = await collab().read(documentOf(scene.statement), (doc) =>
      forkOf(doc, [{ client: draft.fork.clientID, update: Buffer.from(early, 'base64') }]),
    );
    const recorder = new LayerRecorder(
      there,
      { client: draft.fork.clientID, update: Buffer.from(early, 'base64') },
      () => undefined,
    );
    there.clientID = draft.fork.clientID;
    const text = new FlatText(there);
    there.transact((transaction) =>
      new TextEdit(text, transaction, new Set()).insert(text.page[0]!, 3, { text: 'there ' }),
    );
    const update = Buffer.from(recorder.layer!.update).toString('base64');
    const keep = (of: string) => scene.noor.put(`suggestions/${draft.id}/layer`, { update: of });
    expect(codeOf(await keep(update))).toEqual([409, 'suggestion.elsewhere']);
    // A state from before, or the same again, changes nothing.
    for (const again of [early, here]) expect((await keep(again)).status).toBe(200);
    const { body } = await draft.send();
    const sentNow = Buffer.from(body.layer.update, 'base64');
    const shown = await collab().read(documentOf(scene.statement), (doc) =>
      readParagraphs(forkOf(doc, [{ client: body.layer.client, update: sentNow }])),
    );
    expect(shown[0]!.text).toContain('here one ');
    expect((await draft.send()).body).toMatchObject({ wording: 1 });
    await scene.noor.delete(`suggestions/${draft.id}`);
  });

  it('SUG-2 a withdrawn draft leaves no words behind; what was sent stays to be read', async () => {
    const row = (id: string) => scene.rooms.database.manager.findOneByOrFail(SuggestionEntity, { id });
    const draft = await begun(scene.noor);
    draft.write(insert('never mind '));
    await draft.keep();
    await scene.noor.delete(`suggestions/${draft.id}`);
    expect(await row(draft.id)).toMatchObject({ state: 'withdrawn', layer: null, reason: '' });
    const other = await sent(scene.noor, insert('never mind '));
    await scene.noor.delete(`suggestions/${other.id}`);
    expect(await row(other.id)).toMatchObject({ state: 'withdrawn', reason: 'It is clearer' });
    expect((await row(other.id)).layer).not.toBeNull();
  });

  it('SUG-2 who may read and no more begins none; nobody writes in another’s', async () => {
    const refused = await scene.henrik.post(`statements/${scene.statement}/suggestions`, {
      ...{ id: newId(), language: 'en' },
    });
    expect(codeOf(refused)).toEqual([403, 'statement.forbidden']);
    const draft = await sent(scene.noor, insert('mine '));
    for (const [method, path, body] of [
      ['put', 'layer', { update: draft.base64() }],
      ['post', 'send', { reason: 'Mine now' }],
    ] as const)
      expect(codeOf(await scene.chiara[method](`suggestions/${draft.id}/${path}`, body))).toEqual([
        403,
        'suggestion.not-yours',
      ]);
    expect(codeOf(await scene.chiara.delete(`suggestions/${draft.id}`))).toEqual([
      403,
      'suggestion.not-yours',
    ]);
    await scene.noor.delete(`suggestions/${draft.id}`);
  });

  it('SUG-3 is judged as strictly as an edit: another’s id, another root, and what is no update are refused', async () => {
    const draft = await begun(scene.noor);
    const other = await begun(scene.sami);
    other.write(insert('theirs '));
    const wrong = async (update: string) =>
      codeOf(await scene.noor.put(`suggestions/${draft.id}/layer`, { update }));
    expect(await wrong(other.base64())).toEqual([422, 'suggestion.malformed']);
    draft.fork.getMap('elsewhere').set('a', 1);
    expect(await wrong(draft.base64())).toEqual([422, 'suggestion.malformed']);
    expect(await wrong(Buffer.from('no update').toString('base64'))).toEqual([422, 'suggestion.malformed']);
    const large = Buffer.alloc(suggestionLimits.updateBytes + 1).toString('base64');
    expect(await wrong(large)).toEqual([413, 'suggestion.too-large']);
    expect(codeOf(await draft.send())).toEqual([422, 'suggestion.empty']);
  });

  it('SUG-5 is taken in under its author’s name, while somebody else types in the same paragraph', async () => {
    const on = await statementWith('We, the people who move, say this.');
    const draft = await sent(
      scene.noor,
      (editing, { page }) => {
        editing.delete(page[0]!, 8, 14);
        editing.insert(page[0]!, 8, { text: 'women' });
      },
      on,
    );
    const writer = await writerOf(scene.rooms, scene.chiara, on);
    edit(writer.provider.doc, (editing, { page }) => editing.insert(page[0]!, 10, { text: '!' }));
    await writer.provider.saved();
    for (const reader of [scene.noor, scene.lin, scene.henrik])
      expect(codeOf(await reader.post(`suggestions/${draft.id}/accept`, {}))[1]).toBe('statement.forbidden');

    const accepted = await scene.chiara.post(`suggestions/${draft.id}/accept`, {});
    expect(accepted.body).toMatchObject({
      ...{ state: 'accepted', layer: null, decision: { by: { name: 'Chiara' }, reason: '' } },
      may: { takeBack: true, decide: false },
    });
    expect(await words(on)).toEqual(['We, the women! who move, say this.']);
    const authors = await collab().authorsOf(documentOf(on));
    const byNoor = [...authors.values()].flat().filter(({ personId }) => personId === scene.noor.personId);
    expect(byNoor.map(({ text }) => text)).toEqual(['women']);
    const { authors: hands, paragraphs } = (await scene.chiara.get(`statements/${on}/history/authorship`))
      .body;
    const women = paragraphs[0].runs.find(({ text }: { text: string }) => text === 'women');
    expect(hands[women.author].name).toBe('Noor');
    // The other page has it as well, without asking.
    await until(() => readParagraphs(writer.provider.doc)[0]!.text === 'We, the women! who move, say this.');
    expect(codeOf(await scene.amara.post(`suggestions/${draft.id}/accept`, {}))).toEqual([
      409,
      'suggestion.not-open',
    ]);
    writer.connection.close();
  });

  it('SUG-6 is taken back with later words kept, is open as before, and can be taken in again', async () => {
    const on = await statementWith('One two three.');
    const draft = await sent(scene.noor, (editing, { page }) => editing.delete(page[0]!, 3, 7), on);
    await scene.lin.put(`suggestions/${draft.id}/signal`, { signal: 'support' });
    await scene.chiara.post(`suggestions/${draft.id}/accept`, {});
    expect(await words(on)).toEqual(['One three.']);
    const writer = await writerOf(scene.rooms, scene.chiara, on);
    edit(writer.provider.doc, (editing, { page }) => editing.insert(page[0]!, 10, { text: ' Four.' }));
    await writer.provider.saved();
    expect(codeOf(await scene.noor.post(`suggestions/${draft.id}/take-back`, {}))[1]).toBe(
      'statement.forbidden',
    );
    const back = await scene.amara.post(`suggestions/${draft.id}/take-back`, {});
    expect(back.body).toMatchObject({ state: 'open', decision: null, signals: [{ signal: 'support' }] });
    expect(await words(on)).toEqual(['One two three. Four.']);
    const [, two] = [...(await collab().read(documentOf(on), (doc) => authorsOf(doc))).values()].flat();
    expect(two?.text).not.toContain('two');
    await scene.chiara.post(`suggestions/${draft.id}/accept`, {});
    expect(await words(on)).toEqual(['One three. Four.']);
    writer.connection.close();
  });

  describe('accepted with other words', () => {
    const suggested = 'all of us, ';
    const place = async (id: string, by: Visitor = scene.chiara) => {
      const { layer, wording } = (await by.get(`suggestions/${id}`)).body;
      return { wording: wording as number, at: [layer.client, await firstOf(id, layer.client)] };
    };
    /** The first character that a suggestion writes. */
    async function firstOf(id: string, client: number): Promise<number> {
      const { statementId, sent: update } = await scene.rooms.database.manager.findOneByOrFail(
        SuggestionEntity,
        { id },
      );
      const layer = { client, update: update! };
      return collab().read(documentOf(statementId), (doc) => {
        const fork = new FlatText(forkOf(doc, [layer]));
        const parts = readLayers(new FlatText(doc), fork, [layer], []).get(client)!;
        return wordingsOf(parts)[0]!.at[1];
      });
    }
    const byWhom = async (on: string) =>
      [...(await collab().authorsOf(documentOf(on))).values()]
        .flat()
        .flatMap(({ personId, text }) => (personId ? [[personId, text]] : []));

    it('SUG-9 keeps what stays as its author’s, and says what was suggested and what was accepted', async () => {
      const on = await statementWith('We, the people.');
      const draft = await sent(scene.noor, insert(suggested), on);
      const { wording, at } = await place(draft.id);
      const accepted = 'both of us, ';
      const body = { wording, otherwise: [{ at, suggested, accepted }] };
      for (const reader of [scene.noor, scene.lin, scene.henrik])
        expect(codeOf(await reader.post(`suggestions/${draft.id}/accept`, body))[1]).toBe(
          'statement.forbidden',
        );
      const answer = await scene.chiara.post(`suggestions/${draft.id}/accept`, body);
      expect(answer.body).toMatchObject({
        ...{ state: 'accepted', author: { name: 'Noor' } },
        decision: { by: { name: 'Chiara' }, words: [{ suggested, accepted }] },
      });
      expect(await words(on)).toEqual([`We,${accepted} the people.`]);
      expect(await byWhom(on)).toEqual([
        [scene.chiara.personId, 'both'],
        [scene.noor.personId, ' of us, '],
      ]);
      // So does the history, which goes by who wrote each row.
      const { authors, paragraphs } = (await scene.chiara.get(`statements/${on}/history/authorship`)).body;
      const both = paragraphs[0].runs.find(({ text }: { text: string }) => text.includes('both'));
      expect([both.text, authors[both.author].name]).toEqual(['both', 'Chiara']);
      const [listed] = (await scene.henrik.get(`statements/${on}/suggestions/decided`)).body.items;
      expect(listed.decision.words).toEqual([{ suggested, accepted }]);
    });

    it('SUG-9 is taken back whole: what was suggested is open again, and can be accepted as it was', async () => {
      const on = await statementWith('We, the people.');
      const draft = await sent(scene.noor, insert(suggested), on);
      const { wording, at } = await place(draft.id);
      const otherwise = [{ at, suggested, accepted: 'none of them, ' }];
      await scene.chiara.post(`suggestions/${draft.id}/accept`, { wording, otherwise });
      const writer = await writerOf(scene.rooms, scene.chiara, on);
      edit(writer.provider.doc, (editing, { page }) =>
        editing.insert(page[0]!, page[0]!.length, { text: ' Yes.' }),
      );
      await writer.provider.saved();
      const back = await scene.amara.post(`suggestions/${draft.id}/take-back`, {});
      expect(back.body).toMatchObject({ state: 'open', wording, decision: null });
      expect(await words(on)).toEqual(['We, the people. Yes.']);
      await scene.chiara.post(`suggestions/${draft.id}/accept`, {});
      expect(await words(on)).toEqual([`We,${suggested} the people. Yes.`]);
      expect(await byWhom(on)).toEqual([
        [scene.noor.personId, suggested],
        [scene.chiara.personId, ' Yes.'],
      ]);
      writer.connection.close();
    });

    it('SUG-9 of a wording that is no more, or of other words, is refused, and nothing is written', async () => {
      const on = await statementWith('We, the people.');
      const draft = await sent(scene.noor, insert(suggested), on);
      const { wording, at } = await place(draft.id);
      const one = { at, suggested, accepted: 'both of us, ' };
      const accept = async (body: object) =>
        codeOf(await scene.chiara.post(`suggestions/${draft.id}/accept`, body));
      const stale = [409, 'suggestion.not-open'];
      expect(await accept({ wording: wording + 1, otherwise: [one] })).toEqual(stale);
      expect(await accept({ wording, otherwise: [{ ...one, suggested: 'some of us, ' }] })).toEqual(stale);
      expect(await accept({ wording, otherwise: [{ ...one, at: [at[0]! + 1, at[1]] }] })).toEqual(stale);
      expect((await accept({ wording, otherwise: [{ ...one, at: 'there' }] }))[0]).toBe(400);
      // Nothing would be left of it.
      expect(await accept({ wording, otherwise: [{ ...one, accepted: '' }] })).toEqual([
        409,
        'suggestion.void',
      ]);
      expect(await words(on)).toEqual(['We, the people.']);
    });

    it('SUG-9 of many who accept at once one does, whatever their words', async () => {
      const on = await statementWith('We, the people.');
      const draft = await sent(scene.noor, insert(suggested), on);
      const { wording, at } = await place(draft.id);
      const answers = await Promise.all(
        ['both of us, ', 'each of us, ', 'none of us, '].map((accepted) =>
          scene.chiara.post(`suggestions/${draft.id}/accept`, {
            wording,
            otherwise: [{ at, suggested, accepted }],
          }),
        ),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
      const { body } = await scene.noor.get(`suggestions/${draft.id}`);
      expect(await words(on)).toEqual([`We,${body.decision.words[0].accepted} the people.`]);
    });
  });

  it('SUG-10 what was rejected is opened again by who may edit, and the text has heard of nothing', async () => {
    const on = await statementWith('One.');
    const draft = await sent(scene.noor, insert(' two'), on);
    await scene.lin.put(`suggestions/${draft.id}/signal`, { signal: 'support' });
    const before = await bytesOf(on);
    const rejected = await scene.chiara.post(`suggestions/${draft.id}/reject`, { reason: 'By mistake' });
    expect(rejected.body.may).toMatchObject({ takeBack: true, decide: false });
    expect(codeOf(await scene.noor.post(`suggestions/${draft.id}/take-back`, {}))[1]).toBe(
      'statement.forbidden',
    );
    const open = await scene.amara.post(`suggestions/${draft.id}/take-back`, {});
    expect(open.body).toMatchObject({
      ...{ state: 'open', decision: null, signals: [{ signal: 'support' }], may: { decide: true } },
      layer: { update: draft.base64() },
    });
    expect(await bytesOf(on)).toBe(before);
    expect(codeOf(await scene.amara.post(`suggestions/${draft.id}/take-back`, {}))).toEqual([
      409,
      'suggestion.not-open',
    ]);
  });

  it('SUG-6 words that were taken back are read, shown and taken in again', async () => {
    const on = await statementWith('One three.');
    const draft = await sent(scene.noor, insert(' two'), on);
    for (let times = 0; times < 2; times++) {
      expect((await scene.chiara.post(`suggestions/${draft.id}/accept`, {})).status).toBe(201);
      expect(await words(on)).toEqual(['One two three.']);
      await scene.chiara.post(`suggestions/${draft.id}/take-back`, {});
      expect(await words(on)).toEqual(['One three.']);
    }
  });

  it('SUG-5 is void once what it would change is gone, and is then never taken in', async () => {
    const on = await statementWith('One two three.');
    const draft = await sent(
      scene.noor,
      (editing, { page }) => {
        editing.delete(page[0]!, 4, 7);
        editing.insert(page[0]!, 4, { text: 'five' });
      },
      on,
    );
    const writer = await writerOf(scene.rooms, scene.chiara, on);
    edit(writer.provider.doc, (editing, { page }) => editing.delete(page[0]!, 4, 7));
    await writer.provider.saved();
    expect(codeOf(await scene.chiara.post(`suggestions/${draft.id}/accept`, {}))).toEqual([
      409,
      'suggestion.void',
    ]);
    expect(await words(on)).toEqual(['One  three.']);
    const rejected = await scene.chiara.post(`suggestions/${draft.id}/reject`, { reason: 'Gone already' });
    expect(rejected.body).toMatchObject({ state: 'rejected', decision: { reason: 'Gone already' } });
    const decided = await scene.henrik.get(`statements/${on}/suggestions/decided`);
    expect(decided.body.items).toMatchObject([{ id: draft.id, state: 'rejected' }]);
    writer.connection.close();
  });

  it('SUG-5 of many who accept at once one does, and it is in the text once', async () => {
    const on = await statementWith('One.');
    const draft = await sent(scene.noor, insert(' and a half'), on);
    const answers = await Promise.all(
      [scene.chiara, scene.amara, scene.chiara, scene.amara].map((each) =>
        each.post(`suggestions/${draft.id}/accept`, {}),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    expect(await words(on)).toEqual(['One and a half.']);
  });

  it('SUG-5 what was decided is written although the process that decided is gone', async () => {
    const on = await statementWith('One.');
    const draft = await sent(scene.noor, insert(' and a half'), on);
    const write = jest.spyOn(collab(), 'write').mockRejectedValue(new Error('gone'));
    expect((await scene.chiara.post(`suggestions/${draft.id}/accept`, {})).status).toBe(500);
    write.mockRestore();
    await until(async () => (await words(on))[0] === 'One and a half.');
    await until(async () => {
      const row = await scene.rooms.database.manager.findOneByOrFail(SuggestionEntity, { id: draft.id });
      return row.writing === null;
    });
  });

  it('SUG-6 what was taken back goes although the process that took it back is gone', async () => {
    const on = await statementWith('One.');
    const draft = await sent(scene.noor, insert(' and a half'), on);
    await scene.chiara.post(`suggestions/${draft.id}/accept`, {});
    const write = jest.spyOn(collab(), 'write').mockRejectedValue(new Error('gone'));
    expect((await scene.chiara.post(`suggestions/${draft.id}/take-back`, {})).status).toBe(500);
    // As long as it stands in the text, nothing is decided about it.
    expect(codeOf(await scene.chiara.post(`suggestions/${draft.id}/accept`, {}))).toEqual([
      409,
      'suggestion.not-open',
    ]);
    write.mockRestore();
    await until(async () => (await words(on))[0] === 'One.');
  });

  it('SUG-5 a wording that is sent while the one before is accepted is not taken in unseen, nor is that one', async () => {
    const on = await statementWith('One.');
    const draft = await sent(scene.noor, insert(' and a half'), on);
    const layers = scene.rooms.app.get(SuggestionLayers);
    const takeIn = layers.takeIn.bind(layers);
    const meanwhile = jest.spyOn(layers, 'takeIn').mockImplementationOnce(async (...asked) => {
      const writing = await takeIn(...asked);
      draft.write(insert(', or more,'));
      await draft.keep();
      await draft.send();
      return writing;
    });
    expect(codeOf(await scene.chiara.post(`suggestions/${draft.id}/accept`, {}))).toEqual([
      409,
      'suggestion.not-open',
    ]);
    meanwhile.mockRestore();
    expect(await words(on)).toEqual(['One.']);
    await scene.chiara.post(`suggestions/${draft.id}/accept`, {});
    expect(await words(on)).toEqual(['One, or more, and a half.']);
  });

  it('SUG-4 one signal for each organisation, from any of its people, with the wording that it is about', async () => {
    const draft = await sent(scene.lin, insert('new '));
    await scene.noor.put(`suggestions/${draft.id}/signal`, { signal: 'support' });
    const { body } = await scene.sami.put(`suggestions/${draft.id}/signal`, { signal: 'concern' });
    expect(body.signals).toEqual([
      {
        organisation: { id: scene.ours, name: 'Ours', acronym: null },
        signal: 'concern',
        wording: 1,
      },
    ]);
    expect(body.mySignal).toBe('concern');
    draft.write(insert('newer '));
    await draft.keep();
    await draft.send('It is clearer');
    expect((await scene.noor.get(`suggestions/${draft.id}`)).body).toMatchObject({
      wording: 2,
      signals: [{ wording: 1 }],
    });
    const none = await scene.noor.put(`suggestions/${draft.id}/signal`, { signal: null });
    expect(none.body).toMatchObject({ signals: [], mySignal: null });
    expect(codeOf(await scene.chiara.put(`suggestions/${draft.id}/signal`, { signal: 'support' }))).toEqual([
      422,
      'suggestion.no-organisation',
    ]);
  });

  it('SUG-8 who leaves takes drafts along, and nothing that others have seen', async () => {
    const on = await statementWith('One.');
    const leaver = await scene.rooms.as(await scene.given.person('Leaver'));
    await scene.given.representative(leaver.personId, scene.ours, 'member');
    const open = await sent(leaver, insert(' sent'), on);
    const draft = await begun(leaver, on);
    expect((await leaver.post('me/leaving', { password: 'resist-reclaim-realise' })).status).toBe(204);
    expect((await scene.lin.get(`suggestions/${open.id}`)).body.author).toMatchObject({ personId: null });
    expect(await scene.rooms.database.manager.countBy(SuggestionEntity, { id: draft.id })).toBe(0);
  });

  it('SUG-8 of an organisation that goes on as another, that one has them; of two signals its own stays', async () => {
    const { given, rooms } = scene;
    const [old, next] = [
      await given.organisation({ name: 'Old' }),
      await given.organisation({ name: 'Next' }),
    ];
    const [mine, theirs] = [await rooms.as(await given.person()), await rooms.as(await given.person())];
    await given.representative(mine.personId, old, 'focal_point');
    await given.representative(theirs.personId, next, 'member');
    await given.role(mine.personId, 'penholder');
    const on = await statementWith('One.');
    const [both, one] = [await sent(scene.lin, insert(' two'), on), await sent(mine, insert(' three'), on)];
    for (const { id } of [both, one]) await mine.put(`suggestions/${id}/signal`, { signal: 'support' });
    await theirs.put(`suggestions/${both.id}/signal`, { signal: 'concern' });
    const decided = await sent(scene.lin, insert(' four'), on);
    await mine.post(`suggestions/${decided.id}/reject`, { reason: 'Not now' });

    await scene.amara.post(`organisations/${old}/merge`, { into: next, reason: 'One now' });
    const seen = async ({ id }: { id: string }) => (await scene.sami.get(`suggestions/${id}`)).body;
    await until(async () => (await seen(one)).author.organisation.id === next, 'the suggestion moved');
    const signalOf = ({
      signals,
    }: {
      signals: readonly { organisation: { id: string }; signal: string }[];
    }) => signals.map(({ organisation, signal }) => [organisation.id, signal]);
    expect(signalOf(await seen(both))).toEqual([[next, 'concern']]);
    expect(signalOf(await seen(one))).toEqual([[next, 'support']]);
    expect((await seen(decided)).decision.by.organisation).toMatchObject({ id: next });
  });
});
