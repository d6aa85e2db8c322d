import { hall, startTestApp, type TestApp } from '@plenary/ground/testing';
import { RateLimits } from '../index.js';

describe('limits of attempts', () => {
  let test: TestApp;
  beforeAll(async () => void (test = await startTestApp(hall())));
  afterAll(() => test.close());

  const refusedOf = async (tries: readonly Promise<void>[]) =>
    (await Promise.allSettled(tries)).filter(({ status }) => status === 'rejected').length;

  it('a name that is used with two measures keeps both', async () => {
    const limits = test.app.get(RateLimits);
    await limits.take('guess', 'first', 50, 3_600);
    const tries = Array.from({ length: 11 }, () => limits.take('guess', 'x', 10, 600));
    expect(await refusedOf(tries)).toBe(1);
    await limits.take('guess', 'x', 50, 3_600);
  });

  it('what is forgotten is forgotten in all of them, and for that subject and name alone', async () => {
    const limits = test.app.get(RateLimits);
    const take = (name: string, subject: string) => limits.take(name, subject, 1, 600);
    await Promise.all([take('try', 'x'), take('try', 'y'), take('try-more', 'x')]);
    await limits.take('try', 'x', 2, 60);
    await limits.forget('try', 'x');
    await take('try', 'x');
    expect(await refusedOf([take('try', 'y'), take('try-more', 'x')])).toBe(2);
  });

  it('are shared by the processes of an installation, and a new one finds them as they were left', async () => {
    const one = test.app.get(RateLimits);
    const other = new RateLimits(test.database);
    const tries = Array.from({ length: 12 }, (_, i) =>
      (i % 2 === 0 ? one : other).take('door', 'network', 10, 600),
    );
    expect(await refusedOf(tries)).toBe(2);
    await other.onApplicationShutdown();
    const later = new RateLimits(test.database);
    await expect(later.take('door', 'network', 10, 600)).rejects.toMatchObject({
      code: 'request.rate-limited',
    });
    await later.forget('door', 'network');
    await later.onApplicationShutdown();
  });

  it('hold nobody up who counts within a transaction, however many do so at once', async () => {
    const limits = test.app.get(RateLimits);
    const many = Array.from({ length: 12 }, (_, i) =>
      test.database.transaction(() => limits.take('within', String(i), 5, 60)),
    );
    expect(await refusedOf(many)).toBe(0);
  });

  it('keep no address, and no key of an earlier day', async () => {
    await test.app.get(RateLimits).take('door', '198.51.100.7', 10, 600);
    const rows: { key: string }[] = await test.database.query('SELECT key FROM attempt');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ key }) => key.includes('198.51'))).toEqual([]);
    expect(await test.database.query('SELECT count(*)::int AS n FROM attempt_key')).toEqual([{ n: 1 }]);
  });
});
