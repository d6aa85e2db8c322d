import * as Y from 'yjs';
import { limits, requests } from '@plenary/ground/collab/protocol';
import { newId } from '@plenary/ground/kernel';
import { UnitOfWork } from '@plenary/ground/server';
import { pictureOf, textModel } from '@plenary/ground/text';
import { RawSocket, within } from './raw-socket.js';
import { startTexts, type TextsUnderTest } from './test-texts.js';

/**
 * Ends lines of the app's pool, as a database that is restarted does. The document's row is held for a moment before,
 * so that a commit that is under way is surely cut. Other specs work in the same database and are left in peace.
 */
async function dropLines(house: TextsUnderTest, document: string): Promise<void> {
  const runners = Array.from({ length: 3 }, () => house.database.createQueryRunner());
  try {
    const holder = runners[0]!;
    await holder.startTransaction();
    await holder.query('SELECT 1 FROM collab_document WHERE id = $1 FOR UPDATE', [document]);
    const pids = await Promise.all(
      runners.map(async (runner) => (await runner.query('SELECT pg_backend_pid() AS pid'))[0].pid as number),
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    await holder.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid)) OR pid = ANY($1::int[])
       ORDER BY pid = pg_backend_pid()`,
      [pids],
    );
  } catch {
    // The lines that were to be dropped were.
  } finally {
    await Promise.all(runners.map((runner) => runner.release().catch(() => undefined)));
  }
}

describe('the text road', () => {
  let house: TextsUnderTest;
  let document: string;
  let sockets: RawSocket[];

  beforeAll(async () => void (house = await startTexts()));
  afterAll(() => house.close());
  beforeEach(async () => {
    sockets = [];
    document = `text:${newId()}`;
    await house.app.get(UnitOfWork).run(null, (tx) => house.collab.createDocument(tx, document));
  });
  afterEach(() => sockets.forEach((socket) => socket.close()));

  async function enter(entering: ConstructorParameters<typeof RawSocket>[2] = {}): Promise<RawSocket> {
    const socket = new RawSocket(house.url, document, entering);
    sockets.push(socket);
    await socket.join();
    return socket;
  }

  const state = (): Promise<string> =>
    house.collab.read(document, (text) => Buffer.from(Y.encodeStateAsUpdate(text)).toString('hex'));
  const rows = async (): Promise<number> =>
    Number(
      (
        await house.database.query('SELECT count(*) AS n FROM collab_update WHERE document_id = $1', [
          document,
        ])
      )[0].n,
    );

  it('SYNC-1 words reach the others once they are in the journal, with their author', async () => {
    const [amara, mateo] = [await enter(), await enter()];
    expect(await amara.push(amara.write('We, the undersigned,'))).toBe('taken');
    expect(await within(1_000, () => mateo.text === amara.text)).toBe(true);
    const [row] = await house.database.query('SELECT * FROM collab_update WHERE document_id = $1', [
      document,
    ]);
    expect(row).toMatchObject({ seq: '1', person_id: amara.personId, client_id: String(amara.clientId) });
  });

  describe('refuses, and leaves text, journal and others as they were', () => {
    let amara: RawSocket;
    let mateo: RawSocket;
    beforeEach(async () => {
      [amara, mateo] = [await enter(), await enter()];
      await amara.push(amara.write('We, the undersigned,'));
      await within(1_000, () => mateo.text === amara.text);
    });

    async function unchanged(work: () => Promise<string>): Promise<string> {
      const before = { state: await state(), rows: await rows(), heard: updatesHeard(mateo) };
      const code = await work();
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect({ state: await state(), rows: await rows(), heard: updatesHeard(mateo) }).toEqual(before);
      return code;
    }
    const updatesHeard = (socket: RawSocket): number =>
      socket.heard.filter((each) => each.name === 'document:updates').length;

    it('SYNC-12 a foreign client id', async () => {
      const forged = amara.write('in your name', mateo.clientId);
      expect(await unchanged(() => amara.push(forged))).toBe('document.foreign-client');
    });

    it("SYNC-21 a reader's update, and one through a token that only reads", async () => {
      house.rights.set(amara.personId, 'read');
      const update = amara.write('not mine to write');
      expect(await unchanged(() => amara.push(update))).toBe('document.forbidden');
      const script = await enter({ scope: 'read' });
      expect(await unchanged(() => script.push(script.write('by script', 77)))).toBe('token.read-only');
    });

    it('SYNC-10 seven bytes that claim 33 million structs, with memory as before', async () => {
      const claim = new Uint8Array([1, 0xc0, 0x94, 0xde, 0x0f, 1, 0]);
      const before = process.memoryUsage();
      for (let i = 0; i < 20; i++) expect(await unchangedQuickly(claim)).toBe('document.malformed');
      const { rss, arrayBuffers } = process.memoryUsage();
      expect(arrayBuffers - before.arrayBuffers).toBeLessThan(20_000_000);
      expect(rss - before.rss).toBeLessThan(200_000_000);
      expect(await unchanged(() => amara.push(claim))).toBe('document.malformed');
    });
    const unchangedQuickly = (update: Uint8Array) => amara.push(update);

    it('SYNC-10 random bytes', async () => {
      let seed = 7;
      const random = () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) & 0xff;
      const code = await unchanged(async () => {
        for (let i = 0; i < 60; i++) {
          const bytes = Uint8Array.from({ length: 5 + (random() % 200) }, random);
          expect(await amara.push(bytes)).toMatch(
            /^document\.(malformed|resync|schema-violation|foreign-client)$/,
          );
        }
        return 'refused';
      });
      expect(code).toBe('refused');
    });

    it('SYNC-10 an update above the limit', async () => {
      const large = new Uint8Array(limits.updateBytes + 1);
      expect(await unchanged(() => amara.push(large))).toBe('document.too-large');
    });

    it.each<[string, string, unknown]>([
      ['a push without bytes', requests.push, { epoch: 1, update: 'AAAA' }],
      ['a push with numbers for bytes', requests.push, { epoch: 1, update: [0, 0] }],
      ['a push without epoch', requests.push, { update: Buffer.from([0, 0]) }],
      [
        'a join with a negative wish',
        requests.join,
        { schema: 1, stateVector: Buffer.from([0]), clientIds: -1 },
      ],
      [
        'a join with too many ids',
        requests.join,
        { schema: 1, stateVector: Buffer.from([0]), clientIds: 17 },
      ],
      [
        'a model that is none',
        requests.join,
        { model: 'two', schema: 1, stateVector: Buffer.from([0]), clientIds: 0 },
      ],
      [
        'a state vector that is none',
        requests.join,
        { model: 2, schema: 1, stateVector: Buffer.from([9]), clientIds: 0 },
      ],
      ['a hash that is none', requests.verify, { stateVector: Buffer.from([0]), hash: 'x' }],
    ])('%s', async (_, name, fields) => {
      const message = { document, ...(fields as object) };
      expect(await unchanged(() => amara.codeOf(name, message))).toBe('message.invalid');
    });

    it('a message that is no object, and a document that is no name', async () => {
      for (const message of [null, 7, 'x', [], { document: 7 }, { document: { toString: 1 } }, {}]) {
        for (const name of Object.values(requests)) {
          expect(await amara.codeOf(name, message)).toBe('message.invalid');
        }
      }
    });

    it('SYNC-23 a forged presence: what a client says about itself is not heard', async () => {
      const forged = { name: 'Somebody else', personId: mateo.personId, colour: '#000000', right: 'manage' };
      const cursor = { anchor: { type: null }, head: { type: null }, name: 'Somebody else' };
      const message = { document, clientId: amara.clientId, cursor, ...forged };
      expect(await amara.codeOf(requests.cursor, message)).toBe('taken');
      const theirs = () =>
        mateo.heard
          .filter((each) => each.name === 'document:presence')
          .flatMap((each) => each.message['changed'] as { personId: string; cursor: object | null }[])
          .filter((each) => each.personId === amara.personId && each.cursor !== null);
      expect(await within(1_000, () => theirs().length > 0)).toBe(true);
      expect(theirs()[0]).toMatchObject({
        name: `Name of ${amara.personId}`,
        organisation: 'Red Andina',
        right: 'edit',
        clientId: amara.clientId,
      });
      expect(theirs()[0]!.cursor).not.toHaveProperty('name');
      const stolen = { document, clientId: mateo.clientId, cursor: null };
      expect(await amara.codeOf(requests.cursor, stolen)).toBe('document.foreign-client');
    });
  });

  it('SYNC-23 nor is what a client says about itself while it connects: presence shows whom the session names', async () => {
    const mateo = await enter();
    const keys = ['name', 'displayName', 'displayname', 'personName', 'user', 'organisation', 'personId'];
    const claims = Object.fromEntries(keys.map((key) => [key, 'Somebody else']));
    const forger = await enter({ claims });
    const cursor = { anchor: { type: null }, head: { type: null } };
    const message = { document, clientId: forger.clientId, cursor };
    expect(await forger.codeOf(requests.cursor, message)).toBe('taken');
    const theirs = () =>
      mateo.heard
        .filter(({ name }) => name === 'document:presence')
        .flatMap(({ message }) => message['changed'] as { personId: string }[])
        .filter(({ personId }) => personId !== mateo.personId);
    expect(await within(5_000, () => theirs().length > 0)).toBe(true);
    const shown = { personId: forger.personId, name: `Name of ${forger.personId}` };
    for (const each of theirs()) expect(each).toMatchObject({ ...shown, organisation: 'Red Andina' });
    // Whoever comes later is told the same.
    const late = new RawSocket(house.url, document);
    sockets.push(late);
    const { presence } = await late.join();
    expect(presence).toContainEqual(expect.objectContaining(shown));
    expect(JSON.stringify([mateo.heard, presence])).not.toContain('Somebody else');
  });

  it('SYNC-3, SYNC-6 the database drops every line again and again: each word is there once', async () => {
    const writers = [await enter(), await enter(), await enter()];
    let writing = true;
    const dropping = (async () => {
      while (writing) {
        await dropLines(house, document);
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    })();
    let refused = 0;
    const written = await Promise.all(
      writers.map(async (writer, who) => {
        const words: string[] = [];
        while (words.length < 25 || refused === 0) {
          words.push(`[${who}-${words.length}]`);
          const update = writer.write(words.at(-1)!);
          for (let code = await writer.push(update); code !== 'taken'; code = await writer.push(update)) {
            expect(code).toBe('document.not-saved');
            refused++;
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
        }
        return words;
      }),
    );
    writing = false;
    await dropping;
    expect(refused).toBeGreaterThan(0);
    const text = await house.collab.read(document, pictureOf);
    for (const word of written.flat()) expect(text.split(word)).toHaveLength(2);
    expect(await rows()).toBe(written.flat().length);
    expect(await within(1_000, () => writers.every((writer) => writer.text === text))).toBe(true);
  }, 60_000);

  it('SYNC-20 a lost right closes the open door within two seconds', async () => {
    const [amara, mateo] = [await enter(), await enter()];
    house.rights.set(amara.personId, 'none');
    await house.collab.rightsChanged({ personIds: [amara.personId] });
    const closed = () => amara.heard.some((each) => each.name === 'document:closed');
    expect(await within(2_000, closed)).toBe(true);
    expect(await amara.push(amara.write('too late'))).toBe('document.not-found');
    const heard = amara.heard.length;
    await mateo.push(mateo.write('among ourselves'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(amara.heard.length).toBe(heard);
    await expect(amara.join()).rejects.toThrow('document.not-found');
  });

  it('SYNC-22 what is forbidden and what is missing answer alike, word for word', async () => {
    const amara = await enter();
    const other = `text:${newId()}`;
    await house.app.get(UnitOfWork).run(null, (tx) => house.collab.createDocument(tx, other));
    const ask = async (name: string): Promise<unknown> => {
      const request = {
        model: textModel,
        schema: 1,
        epoch: null,
        stateVector: Buffer.from([0]),
        clientIds: 0,
      };
      const { error } = (await amara.ask(requests.join, { document: name, ...request })) as { error: object };
      return { ...error, requestId: '' };
    };
    house.rights.set(amara.personId, 'none');
    const forbidden = await ask(other);
    house.rights.delete(amara.personId);
    const unknown = ['text:none', `memo:${newId()}`, `text:${newId()}`, `${other}:x`];
    for (const name of unknown) expect(await ask(name)).toEqual(forbidden);
  });

  it('SYNC-14 a flood is slowed down, and others write on', async () => {
    const [amara, mateo] = [await enter(), await enter()];
    const codes = await Promise.all(
      Array.from({ length: limits.messageBurst + 60 }, () => amara.push(new Uint8Array([0, 0]))),
    );
    expect(codes.filter((code) => code === 'document.rate-limited').length).toBeGreaterThan(10);
    expect(await mateo.push(mateo.write('calm'))).toBe('taken');
  });

  it('understands programs that do not send their bytes as a Buffer', async () => {
    const amara = await enter();
    const stateVector = new Uint8Array([0]);
    const join = { document, model: textModel, schema: 1, epoch: null, stateVector, clientIds: 1 };
    expect(await amara.ask(requests.join, join)).toMatchObject({ document, clientIds: [expect.any(Number)] });
  });

  it('SYNC-14 a state vector has a bound, and what is larger is refused before it is read', async () => {
    const amara = await enter();
    const stateVector = Buffer.alloc(limits.stateVectorBytes + 1);
    const join = { document, model: textModel, schema: 1, epoch: null, stateVector, clientIds: 0 };
    for (const [name, message] of [
      [requests.join, join],
      [requests.verify, { document, stateVector, hash: '0'.repeat(64) }],
    ] as const) {
      expect(await amara.ask(name, message)).toMatchObject({
        error: { code: 'message.invalid', params: { field: 'stateVector', most: limits.stateVectorBytes } },
      });
    }
  });

  it('SYNC-14 who is refused hundreds of times in a row is shown out with all sockets, and others write on', async () => {
    const one = await enter();
    const [same, mateo] = [await enter({ personId: one.personId }), await enter()];
    const nonsense = { document, epoch: 1, update: 'no bytes' };
    const answers = Array.from({ length: 600 }, () =>
      one.codeOf(requests.push, nonsense).catch(() => 'gone'),
    );
    expect(await within(5_000, () => !one.isUp && !same.isUp)).toBe(true);
    const again = new RawSocket(house.url, document, { personId: one.personId });
    sockets.push(again);
    expect(await within(5_000, () => again.refusedWith === 'document.rate-limited')).toBe(true);
    expect(await mateo.push(mateo.write('calm'))).toBe('taken');
    expect(mateo.isUp).toBe(true);
    one.close();
    await Promise.all(answers);
  }, 30_000);

  it('SYNC-42 a reader whose network stands still is brought back by one difference; others do not notice', async () => {
    const writers = [await enter(), await enter(), await enter(), await enter()];
    const [reader, still] = [await enter(), await enter()];
    still.stall();
    const updatesTo = ({ heard }: typeof reader) =>
      heard.filter(({ name }) => name === 'document:updates').length;
    const { engine } = house.collab;
    // More than the operating system keeps for it.
    const long = 'long '.repeat(20_000);
    for (let i = 0; i < 30; i++) await Promise.all(writers.map((writer) => writer.push(writer.write(long))));
    expect(await within(3_000, () => engine.readers.slow === 1)).toBe(true);
    expect(await within(3_000, () => reader.text.length > 120 * long.length)).toBe(true);
    still.resume();
    expect(await within(5_000, () => engine.readers.slow === 0 && still.text === reader.text)).toBe(true);
    expect(updatesTo(still)).toBeLessThan(updatesTo(reader));
    expect(await writers[0]!.push(writers[0]!.write('and on'))).toBe('taken');
    expect(await within(2_000, () => still.text === reader.text && still.text.includes('and on'))).toBe(true);
  }, 30_000);
});
