import * as Y from 'yjs';
import { HttpClient, startServer, type BuiltServer } from '@plenary/ground/testing';
import { authorsOf, lineBreak, type PageParagraph, type TextEdit } from '@plenary/ground/text';
import { edit, flatTextOf, openStatement, within, type CoWriter } from '@plenary/statements/testing';
import { peopleWithTokens } from '@plenary/organisations/testing';
import { joined, oneAuthor, twoAuthors, type Change, type Patch } from './history.js';
import { say } from './say.js';

/**
 * An author's own desk: a text that is shown each change of the other when the history says so, once it has arrived at
 * the client beside it.
 */
class Author {
  /** Own changes as updates, with the clock up to which they go. */
  readonly made: { readonly update: Uint8Array; readonly clock: number }[] = [];
  private readonly desk = new Y.Doc();
  private shown = 0;

  constructor(
    private readonly writer: CoWriter,
    readonly agent: 0 | 1,
  ) {
    const { doc } = writer.provider;
    Y.applyUpdate(this.desk, Y.encodeStateAsUpdate(doc));
    this.desk.clientID = doc.clientID;
    this.desk.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'other') return;
      this.made.push({ update, clock: Y.getState(this.desk.store, this.id) });
      // To Yjs an update comes from outside, and a document takes another id when words under its own do; these
      // are its own words.
      doc.transact((transaction) => {
        Y.applyUpdate(doc, update);
        transaction.local = true;
      });
    });
  }

  get id(): number {
    return this.desk.clientID;
  }

  async make({ patches, seen }: Change, other: Author): Promise<void> {
    const wanted = seen[other.agent];
    for (; this.shown < wanted; this.shown++) {
      await this.arrival(other, this.shown);
      Y.applyUpdate(this.desk, other.made[this.shown]!.update, 'other');
    }
    this.desk.transact(() => patches.forEach((patch) => change(this.desk, patch)));
    // Fast typing goes out as fast typing does: what waits is sent together.
    if (this.made.length % 40 === 0) await this.writer.provider.saved();
  }

  /** Resolves once this change of the other has come to the client. */
  private async arrival(other: Author, index: number): Promise<void> {
    const { doc } = this.writer.provider;
    for (let waits = 0; !this.hasArrived(other, index); waits++) {
      await Promise.race([
        new Promise((arrived) => doc.once('update', arrived)),
        new Promise((late) => setTimeout(late, 1_000)),
      ]);
      // One of the two may write for long before the other says a word; a refusal ends the wait.
      expect([waits < 1_200, this.writer.provider.status.refusal]).toEqual([true, null]);
    }
  }

  private hasArrived(other: Author, index: number): boolean {
    const made = other.made[index];
    return made !== undefined && Y.getState(this.writer.provider.doc.store, other.id) >= made.clock;
  }
}

/** A recorded change, in the one paragraph; where the recording ends a line, this breaks it. */
function change(doc: Y.Doc, [place, deleted, inserted]: Patch): void {
  edit(doc, (editing, { page }) => {
    const [paragraph] = page;
    if (deleted) editing.delete(paragraph!, place, place + deleted);
    if (inserted) editing.insert(paragraph!, place, { text: inserted.replaceAll('\n', lineBreak) });
  });
}

/**
 * A recorded change, where the lines of the recording are paragraphs: a new line is an Enter, and one that is deleted
 * joins.
 */
class Pages {
  constructor(private readonly doc: Y.Doc) {}

  make([place, deleted, inserted]: Patch): void {
    for (let left = deleted; left > 0; left--) this.deleteAt(place);
    const lines = inserted.split('\n');
    lines.forEach((line, at) => {
      const before = lines.slice(0, at).reduce((sum, each) => sum + each.length + 1, 0);
      if (at > 0)
        this.at(place + before - 1, (editing, paragraph, offset) => editing.split(paragraph, offset, {}));
      if (line)
        this.at(place + before, (editing, paragraph, offset) =>
          editing.insert(paragraph, offset, { text: line }),
        );
    });
  }

  get text(): string {
    return flatTextOf(this.doc)
      .page.map(({ text }) => text)
      .join('\n');
  }

  private deleteAt(place: number): void {
    this.at(place, (editing, paragraph, offset) => {
      const { page } = flatTextOf(this.doc);
      if (offset < paragraph.length) editing.delete(paragraph, offset, offset + 1);
      else editing.join(page[page.indexOf(paragraph) + 1]!, paragraph);
    });
  }

  private at(
    place: number,
    act: (editing: TextEdit, paragraph: PageParagraph, offset: number) => void,
  ): void {
    edit(this.doc, (editing, { page }) => {
      let offset = place;
      for (const paragraph of page) {
        if (offset <= paragraph.length) return act(editing, paragraph, offset);
        offset -= paragraph.length + 1;
      }
      throw new Error(`nothing stands at ${place}`);
    });
  }
}

const asRecorded = (characters: string): string => characters.replaceAll(lineBreak, '\n');
const charactersIn = (doc: Y.Doc): string => asRecorded(flatTextOf(doc).page[0]!.text);

describe('replay', () => {
  let server: BuiltServer;
  const open: CoWriter[] = [];
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(async () => {
    open.forEach(({ connection }) => connection.close());
    await server.stop();
    server.forget();
  });

  it('two recorded authors, through two clients and the server, end in exactly the recorded text, each character with its author', async () => {
    const { source, changes, end, writtenBy } = twoAuthors();
    expect(writtenBy.map(([, characters]) => characters).join('')).toBe(end);
    const { enter, client, path } = await newStatement();
    const people = await peopleWithTokens(server, 2);
    // What two insert at one place at the same time is ordered by their ids, in Yjs and in the history.
    const [first, second] = [await enter(people[0]), await enter(people[1])].sort(
      (one, other) => one.provider.doc.clientID - other.provider.doc.clientID,
    ) as [CoWriter, CoWriter];

    const authors = [new Author(first, 0), new Author(second, 1)] as const;
    const begun = performance.now();
    await Promise.all(
      authors.map(async (author) => {
        const other = authors[(1 - author.agent) as 0 | 1];
        for (const each of changes) if (each.agent === author.agent) await author.make(each, other);
      }),
    );
    say(`${source}: ${changes.length} changes in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    const late = await enter();
    for (const { provider } of [first, second, late]) {
      expect(await within(5_000, () => charactersIn(provider.doc) === end)).toBe(true);
      // TXT-5: each character is told as that of its author.
      const runs = [...authorsOf(provider.doc).values()].flat();
      const agentOf = (client: number): number => authors.findIndex(({ id }) => id === client);
      expect(joined(runs.map(({ client: id, text }) => [agentOf(id), asRecorded(text)]))).toEqual(writtenBy);
    }
    // STM-26: the history says the same, by person.
    const { body } = await client.get(`${path}/authorship`);
    const { runs } = body.paragraphs[0] as { runs: { author: number; text: string }[] };
    const told = joined(runs.map(({ author, text }) => [author, asRecorded(text)]));
    const agents = [...new Map(told.map(([author], place) => [author, writtenBy[place]?.[0]]))];
    expect(new Set(agents.map(([, agent]) => agent)).size).toBe(2);
    const agentOfAuthor = new Map(agents);
    expect(told.map(([author, text]) => [agentOfAuthor.get(author), text])).toEqual(writtenBy);
    // STM-23, SYNC-50: each stretch of work ends in a moment that can be read; the last one in the recorded text.
    const { body: history } = await client.get(path);
    let shown = '';
    for (let upTo = history.stretches as number; upTo > 0;) {
      const { body: page } = await client.get(`${path}/stretches?limit=50&upTo=${upTo}`);
      for (const { lastSeq, number } of page.items as { lastSeq: number; number: number }[]) {
        const { status, body: moment } = await client.get(`${path}/moments/${lastSeq}`);
        expect(status).toBe(200);
        const spans = moment.paragraphs[0].content as { text: string }[];
        if (number === history.stretches) shown = spans.map(({ text }) => text).join('');
        upTo = number - 1;
      }
    }
    expect(asRecorded(shown)).toBe(end);
    say(`${history.stretches} stretches of work, ${history.last.seq} rows`);
  });

  it('one recorded author, key by key, ends in exactly the recorded text', async () => {
    const { source, patches, end } = oneAuthor();
    const { enter } = await newStatement();
    const author = await enter();
    const pages = new Pages(author.provider.doc);
    const begun = performance.now();
    for (const [at, patch] of patches.entries()) {
      pages.make(patch);
      // As fast as the server commits, a hundred keys at a time.
      if (at % 100 > 0) continue;
      await author.provider.saved();
      expect(author.provider.status.refusal).toBeNull();
    }
    await author.provider.saved();
    say(`${source}: ${patches.length} changes in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    const late = await enter();
    for (const { provider } of [author, late]) {
      expect(await within(5_000, () => new Pages(provider.doc).text === end)).toBe(true);
      const clients = new Set([...authorsOf(provider.doc).values()].flat().map(({ client }) => client));
      expect([...clients]).toEqual([author.provider.doc.clientID]);
    }
  });

  /** A new statement, a way to open it once more, as a coordinator or by a token, and its history. */
  async function newStatement() {
    const client = new HttpClient(server.url);
    const { body: demo } = await client.get('/api/demo');
    const { email, password } = demo.items.find(
      (each: { roleKey: string }) => each.roleKey === 'coordinator',
    );
    await client.post('/api/session', { email, password });
    const { body } = await client.post('/api/me/tokens', {
      name: 'Replay',
      scope: 'write',
      expiresInDays: 1,
      password,
    });
    const wanted = { title: 'Replay', ownerKind: 'coalition', language: 'en' };
    const { id: statement } = (await client.post('/api/statements', wanted)).body;
    const enter = async (token = body.token as string): Promise<CoWriter> => {
      const writer = await openStatement(server.url, token, statement);
      open.push(writer);
      await writer.provider.synced();
      return writer;
    };
    return { enter, client, path: `/api/statements/${statement}/history` };
  }
});
