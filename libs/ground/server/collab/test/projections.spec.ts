import { newId } from '@plenary/ground/kernel';
import { Metrics, UnitOfWork } from '@plenary/ground/server';
import { Projections, ProjectionStore, type KeptAt } from '../index.js';
import { RawSocket, within } from './raw-socket.js';
import { startTexts, type TextsUnderTest } from './test-texts.js';

/** Counts paragraphs, and fails when told to. */
class Counter {
  failing = false;
  readonly kept: KeptAt[] = [];
  readonly kind = 'text';
  constructor(readonly name: string) {}

  derive = (): string => {
    if (this.failing) throw new TypeError('this projection is broken');
    return this.name;
  };

  keep = async (_: unknown, at: KeptAt): Promise<void> => void this.kept.push(at);

  lastOf(document: string): number {
    return this.kept.filter((each) => each.document === document).at(-1)?.seq ?? 0;
  }
}

describe('what is derived from texts', () => {
  let house: TextsUnderTest;
  let socket: RawSocket;
  let document: string;
  const [sound, broken] = [new Counter('sound'), new Counter('broken')];

  beforeAll(async () => {
    house = await startTexts();
    for (const each of [broken, sound]) house.app.get(Projections).register(each);
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    broken.failing = false;
    document = `text:${newId()}`;
    await house.app.get(UnitOfWork).run(null, (tx) => house.collab.createDocument(tx, document));
    socket = new RawSocket(house.url, document);
    await socket.join();
  });
  afterEach(() => socket.close());

  const rowOf = async (name: string) =>
    (
      await house.database.query('SELECT * FROM collab_projection WHERE name = $1 AND document_id = $2', [
        name,
        document,
      ])
    )[0];
  /** As a process leaves it that is killed between a commit and what follows from it. */
  const forget = () =>
    house.database.query('UPDATE collab_projection SET seq = 0 WHERE document_id = $1', [document]);

  it('SYNC-1 a listener that throws is nobody’s harm: what is committed is said to be saved, and is told', async () => {
    const reader = new RawSocket(house.url, document);
    await reader.join();
    house.collab.onCommitted(() => {
      throw new Error('a broken listener');
    });
    expect(await socket.push(socket.write('We were here'))).toBe('taken');
    expect(await socket.push(socket.write('and stay'))).toBe('taken');
    expect(await within(5_000, () => reader.text === socket.text)).toBe(true);
    expect(await metric('plenary_after_commit_failed_total')).toBe(2);
    reader.close();
  });

  it('SYNC-7 one that fails hurts neither writers nor the others, is counted, and is made when it works again', async () => {
    broken.failing = true;
    expect(await socket.push(socket.write('one'))).toBe('taken');
    expect(await within(10_000, () => sound.lastOf(document) === 1)).toBe(true);
    const failing = () => house.app.get(ProjectionStore).countFailing();
    await untilIt(async () => (await failing()) > 0);
    expect(await socket.push(socket.write('two'))).toBe('taken');
    broken.failing = false;
    expect(await within(20_000, () => broken.lastOf(document) === 2)).toBe(true);
    await untilIt(async () => (await rowOf('broken')).seq === '2');
    expect(await rowOf('broken')).toMatchObject({ attempts: 0, due_at: null });
  });

  it('SYNC-7 what a killed process left out is made at the next start, and by one of several processes', async () => {
    expect(await socket.push(socket.write('before the kill'))).toBe('taken');
    // Committed, and not only called.
    await untilIt(async () => (await rowOf('sound'))?.seq === '1');
    await untilIt(async () => (await rowOf('broken'))?.seq === '1');
    await forget();
    const made = () => sound.kept.filter((each) => each.document === document);
    const before = made().length;
    const [one, other] = [1, 2].map(() => {
      const process = new Projections(house.collab, house.app.get(ProjectionStore), house.clock);
      process.register(sound);
      return process;
    });
    await Promise.all([one!.catchUp(), other!.catchUp()]);
    expect(made()).toHaveLength(before + 1);
    expect(made().at(-1)).toMatchObject({ document, seq: 1, at: expect.any(Date) });
    await one!.catchUp();
    expect(made()).toHaveLength(before + 1);
  });

  async function metric(name: string): Promise<number> {
    const found = await house.app.get(Metrics).registry.getSingleMetric(name)!.get();
    return found.values[0]!.value;
  }
});

async function untilIt(holds: () => Promise<boolean>, within = 10_000): Promise<void> {
  for (const end = Date.now() + within; !(await holds());) {
    if (Date.now() > end) throw new Error('it did not come to be');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
