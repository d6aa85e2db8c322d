import { hall, startTestApp, until, type TestApp } from '@plenary/ground/testing';
import { Job, Jobs, UnitOfWork, type JobPayload, type JobRun } from '../index.js';

const [minute, day] = [60_000, 86_400_000];

/** Rings as it is told to, and fails as often. */
class Bell {
  readonly rung: { what: unknown; attempt: number }[] = [];
  readonly failures = new Map<unknown, number>();
  hourly = 0;

  @Job('bell.ring', { attempts: 3 })
  async ring({ what }: JobPayload, { attempt }: JobRun): Promise<void> {
    const left = this.failures.get(what) ?? 0;
    this.failures.set(what, left - 1);
    if (left > 0) throw new RangeError(`the words of somebody: ${String(what)}`);
    this.rung.push({ what, attempt });
  }

  @Job('bell.stuck')
  async stick(): Promise<void> {
    await new Promise(() => undefined);
  }

  @Job('bell.hourly', { every: 60 * minute })
  async strike(): Promise<void> {
    this.hourly++;
  }
}

describe('jobs', () => {
  let test: TestApp;
  let bell: Bell;
  let jobs: Jobs;
  beforeAll(async () => {
    test = await startTestApp(hall({ providers: [Bell] }));
    [bell, jobs] = [test.app.get(Bell), test.app.get(Jobs)];
  });
  afterAll(() => test.close());

  const add = (...given: Parameters<Jobs['add']> extends [unknown, ...infer Rest] ? Rest : never) =>
    jobs.add(test.database.manager, ...given);
  const times = (what: string) => bell.rung.filter((each) => each.what === what).length;
  const rang = (what: string) => until(() => times(what) > 0, `ringing for ${what}`);
  const waiting = (key: string): Promise<{ id: string; attempts: number }[]> =>
    test.database.query('SELECT id, attempts FROM jobs WHERE key = $1', [key]);

  it('are there when the transaction that they belong to commits, and only then', async () => {
    const undone = test.app.get(UnitOfWork).run(null, async ({ manager }) => {
      await jobs.add(manager, 'bell.ring', { what: 'undone' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await test.app.get(UnitOfWork).run(null, async ({ manager }) => {
      await jobs.add(manager, 'bell.ring', { what: 'done' });
      expect(times('done')).toBe(0);
    });
    await rang('done');
    expect(times('undone')).toBe(0);
  });

  it('that have a time run when the clock gets there, not before', async () => {
    await add('bell.ring', { what: 'tomorrow' }, { at: new Date(test.clock.now() + day), key: 'tomorrow' });
    test.clock.forward(day - minute);
    await add('bell.ring', { what: 'meanwhile' });
    await rang('meanwhile');
    expect(times('tomorrow')).toBe(0);
    test.clock.forward(minute);
    await rang('tomorrow');
    await add('bell.ring', { what: 'passed' }, { at: new Date(test.clock.now() - 1) });
    await rang('passed');
  });

  it('of one key are one: a later one takes the place of the one that waits, or leaves it as it is', async () => {
    const at = new Date(test.clock.now() + day);
    await add('bell.ring', { what: 'first' }, { at, key: 'one' });
    await add('bell.ring', { what: 'second' }, { at, key: 'one' });
    await add('bell.ring', { what: 'third' }, { key: 'one', waiting: 'keep' });
    expect(await waiting('one')).toHaveLength(1);
    test.clock.forward(day);
    await rang('second');
    expect([times('first'), times('third')]).toEqual([0, 0]);
  });

  it('that fail are tried again at a growing distance; given up, they wait for a person; others go on', async () => {
    bell.failures.set('stubborn', 3);
    await add('bell.ring', { what: 'stubborn' }, { key: 'stubborn' });
    const distance: number[] = [];
    for (let attempt = 1; attempt <= 2; attempt++) {
      await until(async () => (await waiting('stubborn'))[0]?.attempts === attempt, `attempt ${attempt}`);
      let left: number | undefined;
      await until(async () => {
        [{ left } = { left: undefined }] = await test.database.query(
          `SELECT extract(epoch FROM run_at - now())::float AS left FROM jobs
            WHERE key = 'stubborn' AND locked_at IS NULL`,
        );
        return left !== undefined;
      });
      distance.push(left!);
      test.clock.forward(day);
    }
    expect(distance[1]).toBeGreaterThan(distance[0]!);
    await until(async () => (await jobs.counts(test.database.manager)).failed === 1, 'giving up');
    const [failed] = await jobs.failed(test.database.manager);
    expect(failed).toMatchObject({ name: 'bell.ring', attempts: 3, kind: 'RangeError' });
    await add('bell.ring', { what: 'another' });
    await rang('another');
    expect(times('stubborn')).toBe(0);
    expect(await jobs.tryAgain(test.database.manager, failed!.id)).toBe(true);
    await rang('stubborn');
    await until(async () => (await jobs.failed(test.database.manager)).length === 0);
    expect(await jobs.tryAgain(test.database.manager, failed!.id)).toBe(false);
  });

  it('of a process that died are done by another, and those of one that lives are left to it', async () => {
    const at = new Date(test.clock.now() + 9 * day);
    for (const key of ['left', 'held']) await add('bell.ring', { what: key }, { at, key });
    const alive = test.database.createQueryRunner();
    await alive.query(`SELECT pg_advisory_lock(762836281, hashtext('worker-alive'))`);
    const locks = `UPDATE _private_jobs SET run_at = now(), attempts = 1, locked_at = now() - interval '5 minutes',
      locked_by = $2 WHERE key = $1`;
    await test.database.query(locks, ['held', 'worker-alive']);
    await test.database.query(locks, ['left', 'worker-dead']);
    await rang('left');
    expect(bell.rung.find(({ what }) => what === 'left')).toMatchObject({ attempt: 2 });
    expect(times('held')).toBe(0);
    await alive.query('SELECT pg_advisory_unlock_all()');
    await alive.release();
    await rang('held');
  });

  it('come again and again where they are said to, once each time', async () => {
    const before = bell.hourly;
    test.clock.forward(60 * minute);
    await until(() => bell.hourly === before + 1);
    test.clock.forward(60 * minute);
    await until(() => bell.hourly === before + 2);
  });

  it('that nobody carries out are refused when they are added', async () => {
    await expect(add('bell.melt')).rejects.toThrow('bell.melt');
  });

  it('go on after tables of the library were made elsewhere in this database', async () => {
    const codes: unknown[] = [];
    Object.defineProperty(process, 'exitCode', {
      ...{ configurable: true, get: () => codes.at(-1), set: (code: unknown) => void codes.push(code) },
    });
    try {
      // What it tells to all workers that listen, whichever tables they work on.
      await test.database.query(
        `SELECT pg_notify('worker:migrate', '{"migrationNumber":99,"breaking":true}')`,
      );
      await until(() => codes.includes(57), 'the workers being sent home');
      await add('bell.ring', { what: 'later' });
      await rang('later');
      expect(codes).toEqual([57, undefined]);
    } finally {
      Object.defineProperty(process, 'exitCode', { configurable: true, writable: true, value: undefined });
    }
  });

  it('that are stuck do not keep the house from closing', async () => {
    const other = await startTestApp(hall({ providers: [Bell] }));
    await other.app.get(Jobs).add(other.database.manager, 'bell.stuck');
    await until(async () => (await other.app.get(Jobs).counts(other.database.manager)).running === 1);
    await other.close();
  }, 20_000);
});
