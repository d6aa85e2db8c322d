import { RateLimits } from '../index.js';

describe('limits of attempts', () => {
  const refusedOf = async (tries: readonly Promise<void>[]) =>
    (await Promise.allSettled(tries)).filter(({ status }) => status === 'rejected').length;

  it('a name that is used with two measures keeps both', async () => {
    const limits = new RateLimits();
    await limits.take('guess', 'first', 50, 3_600);
    const tries = Array.from({ length: 11 }, () => limits.take('guess', 'x', 10, 600));
    expect(await refusedOf(tries)).toBe(1);
    await limits.take('guess', 'x', 50, 3_600);
  });

  it('what is forgotten is forgotten in all of them, and for that subject and name alone', async () => {
    const limits = new RateLimits();
    const take = (name: string, subject: string) => limits.take(name, subject, 1, 600);
    await Promise.all([take('guess', 'x'), take('guess', 'y'), take('guess-more', 'x')]);
    await limits.take('guess', 'x', 2, 60);
    await limits.forget('guess', 'x');
    await take('guess', 'x');
    expect(await refusedOf([take('guess', 'y'), take('guess-more', 'x')])).toBe(2);
  });
});
