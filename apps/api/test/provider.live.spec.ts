import 'fake-indexeddb/auto';
import * as Y from 'yjs';
import { MemoryStore, openDeviceStore } from '@plenary/ground/collab/client';
import { requests, textHash } from '@plenary/ground/collab/protocol';
import { newId, stopwatch } from '@plenary/ground/kernel';
import { Hub } from '@plenary/ground/realtime';
import { newsRequests } from '@plenary/ground/realtime/protocol';
import { NoWebSockets, scramble, UnreliableLine } from '@plenary/ground/testing';
import { caretAt, pictureOf, placeOfCaret } from '@plenary/ground/text';
import { RolesService } from '@plenary/organisations/server';
import { documentOf, readParagraphs } from '@plenary/statements/domain';
import {
  countOf,
  edit,
  flatTextOf,
  openStatement,
  pause,
  textOf,
  within,
  write,
  type CoWriter,
  startStatements,
  type StatementsUnderTest,
} from '@plenary/statements/testing';

/** The provider of browsers and scripts against the real server, over good networks and bad ones. */
describe('co-writing through the provider', () => {
  let rooms: StatementsUnderTest;
  let statement: string;
  let open: CoWriter[];
  let lines: { close(): Promise<void> }[];

  beforeAll(async () => {
    rooms = await startStatements();
    await rooms.given.coalition();
  });
  afterAll(() => rooms.close());
  beforeEach(async () => {
    open = [];
    lines = [];
    statement = await rooms.given.statement({ grants: [{ subjectKind: 'everyone', right: 'edit' }] });
  });
  afterEach(async () => {
    open.forEach(({ connection }) => connection.close());
    await Promise.all(lines.map((line) => line.close()));
  });

  async function badLine(): Promise<UnreliableLine> {
    const line = await UnreliableLine.to(rooms.url);
    lines.push(line);
    return line;
  }

  async function tokenOf(personId: string): Promise<string> {
    const visitor = await rooms.as(personId);
    const { body } = await visitor.post('me/tokens', {
      name: 'A script',
      scope: 'write',
      expiresInDays: 1,
      password: 'resist-reclaim-realise',
    });
    return body.token as string;
  }

  async function delegate(): Promise<string> {
    const id = await rooms.given.person();
    await rooms.given.representative(id, await rooms.given.organisation());
    return id;
  }

  async function join(url = rooms.url, options: Parameters<typeof openStatement>[3] = {}): Promise<CoWriter> {
    const writer = await openStatement(url, await tokenOf(await delegate()), statement, options);
    open.push(writer);
    await writer.provider.synced();
    return writer;
  }

  const equal = (...writers: CoWriter[]) => new Set(writers.map(textOf)).size === 1;

  it('SYNC-24 the line comes up before a slow device has read its copy: the text is shown and written', async () => {
    const store = new MemoryStore();
    const load = store.load.bind(store);
    const lines = () => rooms.app.get(Hub).connections;
    const before = lines();
    store.load = async (document) => {
      const copy = await load(document);
      expect(await within(5_000, () => lines() > before)).toBe(true);
      return copy;
    };
    const slow = await join(rooms.url, { store });
    expect(await within(5_000, () => slow.provider.status.loaded)).toBe(true);
    expect(slow.provider.status).toMatchObject({ loaded: true, right: 'edit', connection: 'online' });
    write(slow, 'late and whole');
    await slow.provider.saved();
    expect(slow.provider.status.refusal).toBeNull();
  });

  it('ORG-2 who acts for two organisations shows the one chosen beside the caret, and is seen to change', async () => {
    const [personId, watcher] = [await delegate(), await join()];
    const second = await rooms.given.organisation({ name: 'Harbour Union' });
    await rooms.given.representative(personId, second, 'member');
    const two = await openStatement(rooms.url, await tokenOf(personId), statement);
    open.push(two);
    await two.provider.synced();
    const shown = () => watcher.provider.people.find((each) => each.personId === personId)?.organisation;
    expect(await within(2_000, () => Boolean(shown()))).toBe(true);
    expect(shown()).not.toBe('Harbour Union');
    const person = await rooms.as(personId);
    await person.put('membership/speaks-for', { organisationId: second });
    expect(await within(4_000, () => shown() === 'Harbour Union')).toBe(true);
    write(two, 'for the union');
    await two.provider.saved();
    const [row] = await rooms.database.query(
      'SELECT organisation_id FROM collab_update WHERE document_id = $1 ORDER BY seq DESC LIMIT 1',
      [documentOf(statement)],
    );
    expect(row.organisation_id).toBe(second);
  });

  it('ORG-10 a suspended organisation’s people are out of the open text within two seconds', async () => {
    const organisation = await rooms.given.organisation();
    const [personId, coordinator] = await rooms.given.people(2);
    await rooms.given.representative(personId!, organisation);
    await rooms.given.role(coordinator!, 'coordinator');
    const inside = await openStatement(rooms.url, await tokenOf(personId!), statement);
    open.push(inside);
    await inside.provider.synced();
    const state = { state: 'suspended', reason: 'no answer for a year' };
    const answer = await (await rooms.as(coordinator!)).put(`organisations/${organisation}/state`, state);
    expect(answer.status).toBe(204);
    expect(await within(2_000, () => inside.provider.status.closed !== null)).toBe(true);
    await expect(
      openStatement(rooms.url, await tokenOf(personId!), statement).then((each) => {
        open.push(each);
        return each.provider.synced();
      }),
    ).rejects.toThrow('document.not-found');
  });

  it.each([-2, 2])(
    'a device that is wrong by %i days writes as others do, at the time of the server',
    async (days) => {
      const watch = { ...stopwatch, elapsed: () => stopwatch.elapsed() + days * 86_400_000 };
      const [late, other] = [await join(rooms.url, { watch }), await join()];
      write(other, 'at first');
      await other.provider.saved();
      write(late, 'and then');
      await late.provider.saved();
      expect(await within(2_000, () => equal(late, other))).toBe(true);
      expect(await within(2_000, () => late.provider.people.length === 2)).toBe(true);
      const rows: { away: number }[] = await rooms.database.query(
        `SELECT abs(extract(epoch FROM now() - at))::float AS away FROM collab_update WHERE document_id = $1`,
        [documentOf(statement)],
      );
      expect(Math.max(...rows.map(({ away }) => away))).toBeLessThan(60);
    },
  );

  it('each sees the words and the caret of the other', async () => {
    const [one, two] = [await join(), await join()];
    write(one, ' from one');
    write(two, ' from two');
    await Promise.all([one.provider.saved(), two.provider.saved()]);
    expect(await within(2_000, () => equal(one, two))).toBe(true);
    expect(countOf(textOf(one), 'from one') + countOf(textOf(one), 'from two')).toBe(2);
    const [first] = flatTextOf(one.provider.doc).page;
    const [anchor, head] = [0, 3].map((offset) => caretAt({ paragraph: first!, offset }));
    one.provider.awareness.setLocalStateField('cursor', { anchor, head });
    const seen = () => two.provider.awareness.getStates().get(one.provider.doc.clientID);
    expect(await within(2_000, () => Boolean(seen()?.['cursor']))).toBe(true);
    expect(seen()).toMatchObject({
      user: { color: expect.stringMatching(/^#[0-9a-f]{6}$/) },
      cursor: { anchor, head },
    });
    // TXT-2: the caret stands behind the same character in the other's text.
    expect(placeOfCaret(flatTextOf(two.provider.doc), head!)).toMatchObject({
      paragraph: { id: first!.id },
      offset: 3,
    });
    expect(two.provider.people).toHaveLength(2);
  });

  it('a line that breaks again and again loses and doubles nothing', async () => {
    const line = await badLine();
    const [far, near] = [await join(line.url), await join()];
    line.weather.delay = 5;
    line.weather.slice = 11;
    for (let i = 0; i < 12; i++) {
      write(far, ` f${i}.`);
      write(near, ` n${i}.`);
      if (i % 3 === 1) line.cut();
      if (i % 3 === 2) line.open();
      const wanted = i % 3 === 1 ? 'offline' : 'online';
      expect(await within(10_000, () => far.provider.status.connection === wanted)).toBe(true);
    }
    await Promise.all([far.provider.saved(), near.provider.saved()]);
    expect(await within(5_000, () => equal(far, near))).toBe(true);
    for (let i = 0; i < 12; i++) {
      expect([countOf(textOf(near), ` f${i}.`), countOf(textOf(near), ` n${i}.`)]).toEqual([1, 1]);
    }
  });

  it('a silent line is told of within five seconds, typing goes on, and all arrives', async () => {
    const line = await badLine();
    const [far, near] = [await join(line.url), await join()];
    line.silence();
    write(far, ' unheard');
    expect(far.provider.status.saving).toBe('sending');
    expect(await within(5_000, () => far.provider.status.late)).toBe(true);
    write(far, ' words');
    line.open();
    await far.provider.saved();
    expect(far.provider.status).toMatchObject({ saving: 'saved', late: false, pending: 0 });
    expect(await within(2_000, () => countOf(textOf(near), ' unheard words') === 1)).toBe(true);
  });

  it('SYNC-11 edits that arrive twice and in another order are each there once', async () => {
    const [amara, mateo] = [await join(), await join()];
    for (const { connection } of [amara, mateo]) {
      scramble(connection.socket, { name: 'document:push', delay: 40, repeats: 0.5 });
    }
    const words = Array.from({ length: 30 }, (_, index) => ` s${index};`);
    for (const [index, word] of words.entries()) {
      write(index % 2 ? amara : mateo, word);
      await pause(8);
    }
    await Promise.all([amara, mateo].map(({ provider }) => provider.saved()));
    expect(await within(5_000, () => equal(amara, mateo))).toBe(true);
    for (const word of words) expect(countOf(textOf(amara), word)).toBe(1);
    expect([amara, mateo].map(({ provider }) => provider.status.refusal)).toEqual([null, null]);
  });

  it('SYNC-3 a line on which no answer comes back: "not saved" within five seconds, and each word once', async () => {
    const line = await badLine();
    const [amara, mateo] = [await join(line.url), await join()];
    line.halfOpen();
    write(amara, ' heard and not answered;');
    // The server has it; its author cannot know.
    expect(await within(3_000, () => textOf(mateo).includes('heard and not answered'))).toBe(true);
    expect(await within(5_000, () => amara.provider.status.late)).toBe(true);
    line.open();
    await amara.provider.saved();
    expect(await within(5_000, () => equal(amara, mateo))).toBe(true);
    expect(countOf(textOf(mateo), 'heard and not answered')).toBe(1);
  });

  it('a line that is slow, uneven and breaks by chance loses and doubles nothing', async () => {
    const line = await badLine();
    Object.assign(line.weather, { delay: 10, jitter: 60, slice: 40, loss: 0.02 });
    const [amara, mateo] = [await join(line.url), await join()];
    const words = Array.from({ length: 25 }, (_, index) => ` j${index};`);
    for (const word of words) {
      write(amara, word);
      await pause(40);
    }
    Object.assign(line.weather, { jitter: 0, loss: 0 });
    await amara.provider.saved();
    expect(await within(10_000, () => equal(amara, mateo))).toBe(true);
    for (const word of words) expect(countOf(textOf(mateo), word)).toBe(1);
  });

  it('where WebSockets are refused it works over polling', async () => {
    const proxy = await NoWebSockets.to(rooms.url);
    lines.push(proxy);
    const [far, near] = [await join(proxy.url), await join()];
    write(far, ' through the proxy');
    await far.provider.saved();
    expect(await within(2_000, () => textOf(near).includes('through the proxy'))).toBe(true);
    write(near, ' and back');
    expect(await within(2_000, () => textOf(far).includes('and back'))).toBe(true);
  });

  it('a token that is unknown or was taken back ends the connection, and says so', async () => {
    const stranger = await openStatement(rooms.url, 'plenary_pat_unknown', statement);
    open.push(stranger);
    await expect(stranger.provider.synced()).rejects.toMatchObject({ code: 'session.ended' });
    expect(stranger.connection.hasEnded).toBe(true);
  });

  it('whoever loses the right while cut off keeps the words, and the device forgets the text', async () => {
    const store = await openDeviceStore(newId());
    const line = await badLine();
    const member = await rooms.given.person();
    const organisation = await rooms.given.organisation();
    await rooms.given.representative(member, organisation);
    const writer = await openStatement(line.url, await tokenOf(member), statement, { store });
    open.push(writer);
    await writer.provider.synced();
    line.cut();
    write(writer, ' unsent words');
    const saved = writer.provider.saved();
    await rooms.app.get(RolesService).withdrawRepresentative(null, organisation, member);
    line.open();
    await expect(saved).rejects.toMatchObject({ code: 'document.not-found' });
    expect(writer.provider.status).toMatchObject({ closed: 'document.not-found', writable: false });
    expect(writer.provider.unsentText()).toBe(' unsent words');
    const kept = () => store.load(writer.provider.document);
    expect(await within(1_000, async () => (await kept()).updates.every((each) => each.pending))).toBe(true);
    expect((await kept()).updates).toHaveLength(1);
  });

  it('SYNC-15 words that are refused are put aside and shown, and the text starts anew', async () => {
    const [one, two] = [await join(), await join()];
    edit(one.provider.doc, (editing) => {
      const forbidden = editing.insertParagraph(null, { style: 'marquee' });
      editing.insert(forbidden, 0, { text: 'words in the wrong place' });
      editing.insert(forbidden, 5, { embed: 'footnote', values: { text: 'and a note' } });
    });
    await expect(one.provider.saved()).rejects.toMatchObject({ code: 'document.schema-violation' });
    expect(one.provider.status.refusal).toMatchObject({ text: 'words in the wrong place\nand a note' });
    expect(await within(2_000, () => equal(one, two) && one.provider.status.writable)).toBe(true);
    expect(one.provider.generation).toBe(1);
    write(one, ' goes on');
    await one.provider.saved();
    expect(await within(2_000, () => textOf(two).includes('goes on'))).toBe(true);
  });

  it('what is written offline survives a kill, and arrives once, with two tabs open', async () => {
    const account = await delegate();
    const token = await tokenOf(account);
    const line = await badLine();
    const tab = async () => {
      const store = await openDeviceStore(account);
      const writer = await openStatement(line.url, token, statement, { store });
      open.push(writer);
      return { ...writer, store };
    };
    const killed = await tab();
    await killed.provider.synced();
    line.cut();
    await within(2_000, () => killed.provider.status.connection === 'offline');
    write(killed, ' kept.');
    expect(await within(1_000, () => killed.provider.status.saving === 'on-device')).toBe(true);
    killed.store.close();
    killed.connection.socket.disconnect();

    const tabs = [await tab(), await tab()];
    for (const [place, each] of tabs.entries()) {
      expect(textOf(each)).toContain(' kept.');
      expect(each.provider.status).toMatchObject({ loaded: true, writable: true, saving: 'on-device' });
      write(each, ` tab${place}.`);
    }
    expect(tabs[0]!.provider.doc.clientID).not.toBe(tabs[1]!.provider.doc.clientID);
    line.open();
    await Promise.all(tabs.map(({ provider }) => provider.saved()));
    const near = await join();
    for (const word of [' kept.', ' tab0.', ' tab1.']) expect(countOf(textOf(near), word)).toBe(1);
    expect(await within(2_000, () => equal(near, ...tabs))).toBe(true);
  });

  it('SYNC-24 a page of another model keeps its copy and its words, and is told to load itself anew', async () => {
    const store = await openDeviceStore(newId());
    const line = await badLine();
    const token = await tokenOf(await delegate());
    const opened = await openStatement(line.url, token, statement, { store });
    open.push(opened);
    await opened.provider.synced();
    const said = textOf(opened);
    line.cut();
    write(opened, ' unsent words');
    // From here on as a page of the next model would ask.
    const ask = opened.connection.ask.bind(opened.connection);
    const asked: string[] = [];
    opened.connection.ask = (name, message, ...rest) => {
      asked.push(name);
      return ask(name, name === requests.join ? { ...message, model: 3 } : message, ...rest);
    };
    line.open();
    expect(await within(5_000, () => opened.provider.status.reloadNeeded)).toBe(true);
    // By then whatever else it would say is on its way.
    await opened.connection.ask(newsRequests.follow, { subjects: [] });
    expect(opened.provider.status).toMatchObject({
      writable: false,
      pending: 1,
      closed: null,
      refusal: null,
    });
    expect(asked.filter((name) => name === requests.push)).toEqual([]);
    expect([opened.provider.generation, opened.provider.unsentText()]).toEqual([0, ' unsent words']);
    expect((await store.load(opened.provider.document)).updates.some(({ pending }) => pending)).toBe(true);
    opened.connection.close();
    // The page that is loaded next sends them.
    const next = await openStatement(rooms.url, token, statement, { store });
    open.push(next);
    await next.provider.synced();
    await next.provider.saved();
    expect(readParagraphs(next.provider.doc)[0]!.text).toMatch(/ unsent words$/);
    expect(textOf(next)).not.toBe(said);
    const near = await join();
    expect(countOf(textOf(near), ' unsent words')).toBe(1);
  });

  it('replicas that exchanged everything are found equal by their hash', async () => {
    const [one, two] = [await join(), await join()];
    edit(one.provider.doc, (editing, { page }) => {
      editing.format(page[0]!, 0, 2, 'bold', true);
      editing.split(page[0]!, 4, { style: 'quote' });
      editing.insert(page[0]!, 2, { embed: 'footnote', values: { text: 'A/RES/73/195' } });
    });
    await one.provider.saved();
    expect(await within(2_000, () => equal(one, two))).toBe(true);
    for (const { connection, provider } of [one, two]) {
      const stateVector = Buffer.from(Y.encodeStateVector(provider.doc));
      const { document } = provider;
      const verify = (hash: string) => connection.ask(requests.verify, { document, stateVector, hash });
      expect(await verify(await textHash(pictureOf(provider.doc)))).toEqual({ verdict: 'equal' });
      await expect(verify('0'.repeat(64))).rejects.toMatchObject({ code: 'document.resync' });
    }
  });
});
