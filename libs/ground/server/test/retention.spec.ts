import type { EntityManager } from 'typeorm';
import { newId } from '@plenary/ground/kernel';
import { hall, startTestApp, until, type TestApp } from '@plenary/ground/testing';
import { Retention } from '../index.js';

describe('what is kept for a time only', () => {
  let test: TestApp;
  beforeAll(async () => void (test = await startTestApp(hall({}))));
  afterAll(() => test.close());

  const sweep = () => test.app.get(Retention).sweep();
  const left = async (table: string): Promise<number> =>
    (await test.database.query(`SELECT count(*)::int AS n FROM ${table}`))[0].n;

  it('are receipts of commands, and e-mails that were sent or came back', async () => {
    for (const days of [1, 6, 8]) {
      await test.database.query(
        `INSERT INTO command_receipt (person_id, command_id, digest, at)
         VALUES ($1, $2, '', now() - make_interval(days => $3))`,
        [newId(), newId(), days],
      );
    }
    for (const column of ['sent_at', 'refused_at', 'NULL::timestamptz']) {
      for (const days of [29, 31, 91]) {
        const ended = column.startsWith('NULL') ? null : column;
        await test.database.query(
          `INSERT INTO mail (id, language, created_at ${ended ? `, ${ended}` : ''})
           VALUES ($1, 'en', now() - interval '1 year' ${ended ? ', now() - make_interval(days => $2)' : ''})`,
          ended ? [newId(), days] : [newId()],
        );
      }
    }
    await sweep();
    expect(await left('command_receipt')).toBe(2);
    // Of nine: two that were sent long ago, one that came back long ago; what waits stays.
    expect(await left('mail')).toBe(6);
  });

  it('is forgotten by each rule, whatever another one does', async () => {
    const done: string[] = [];
    const retention = test.app.get(Retention);
    let broken = true;
    const fail = (tx: EntityManager) => tx.query(broken ? 'SELECT no_such_column' : 'SELECT');
    retention.add({ what: 'a rule that fails', forget: fail });
    retention.add({ what: 'the next one', forget: async () => done.push('next') });
    await expect(sweep()).rejects.toThrow('no_such_column');
    expect(done).toEqual(['next']);
    broken = false;
  });

  it('is forgotten by itself, every hour of the clock', async () => {
    let swept = 0;
    test.app.get(Retention).add({ what: 'counted', forget: async () => swept++ });
    test.clock.forward(3_600_000);
    await until(() => swept === 1);
    test.clock.forward(3_600_000);
    await until(() => swept === 2);
  });
});
