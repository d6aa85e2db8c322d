import { DataSource } from 'typeorm';
import { defineEvent, newId, systemClock, type RecordedEvent } from '@plenary/ground/kernel';
import { hall, startTestApp, within, type TestApp } from '@plenary/ground/testing';
import { EventListeners } from '../events/event-listeners.js';
import { EventTail } from '../events/event-tail.js';
import { OnEventEverywhere, Processes, UnitOfWork } from '../index.js';

const bellRung = defineEvent<'bell.rung', { number: number }>({
  name: 'bell.rung',
  audience: () => ({ kind: 'nobody' }),
});
type Ring = RecordedEvent<{ number: number }>;

class Watchman {
  readonly heard: string[] = [];
  failures = 0;
  rest = Promise.resolve();
  @OnEventEverywhere('bell.rung')
  async hear({ subject, payload }: Ring): Promise<void> {
    await this.rest;
    if (this.failures-- > 0) throw new Error('the watchman sleeps');
    this.heard.push(`${subject.id} ${payload.number}`);
  }
}

describe('the tail of the event log', () => {
  let test: TestApp;
  let watchman: Watchman;
  beforeAll(async () => {
    test = await startTestApp(hall({ providers: [Watchman] }));
    watchman = test.app.get(Watchman);
  });
  beforeEach(() => {
    watchman.heard.length = 0;
    watchman.failures = 0;
  });
  afterAll(() => test.close());

  const ring = (id: string, number: number) =>
    test.app.get(UnitOfWork).run(null, (tx) => tx.events.append(bellRung({ kind: 'bell', id }, { number })));
  const until = async (holds: () => boolean, milliseconds: number) =>
    expect(await within(milliseconds, holds)).toBe(true);
  const insert = (database: Pick<DataSource, 'query'>, id: string) =>
    database.query(
      `INSERT INTO event_log (name, subject_kind, subject_id, payload, audience, at)
       VALUES ('bell.rung', 'bell', $1, '{"number":1}', '{"kind":"nobody"}', now())`,
      [id],
    );

  it('SYNC-20 tells at once what was committed here, in order', async () => {
    const id = newId();
    for (const number of [1, 2, 3]) await ring(id, number);
    await until(() => watchman.heard.length === 3, 500);
    expect(watchman.heard).toEqual([1, 2, 3].map((number) => `${id} ${number}`));
  });

  it('SYNC-20 has told its own process before a change is answered, also while it tells of others', async () => {
    const ids = Array.from({ length: 40 }, () => newId());
    await Promise.all(
      ids.map(async (id, number) => {
        await ring(id, number);
        expect(watchman.heard).toContain(`${id} ${number}`);
      }),
    );
  });

  it('SYNC-20 does not keep a change waiting for a listener that takes its time', async () => {
    let wake = (): void => undefined;
    watchman.rest = new Promise<void>((resolve) => (wake = resolve));
    const patience = jest.spyOn(systemClock, 'after');
    await ring(newId(), 1);
    expect(watchman.heard).toEqual([]);
    expect(patience).toHaveBeenCalledWith(1_000, expect.any(Function));
    patience.mockRestore();
    wake();
    await until(() => watchman.heard.length === 1, 1_000);
  });

  it('SYNC-20, SYNC-31 hears of what another process committed within two seconds, without being told', async () => {
    const id = newId();
    await insert(test.database, id);
    await until(() => watchman.heard.includes(`${id} 1`), 2_000);
  });

  it('SYNC-31 tells an event whose lower number was committed after a higher one', async () => {
    const [slow, quick] = [newId(), newId()];
    const runner = test.database.createQueryRunner();
    await runner.startTransaction();
    await insert(runner as unknown as DataSource, slow);
    await ring(quick, 1);
    await until(() => watchman.heard.includes(`${quick} 1`), 500);
    await runner.commitTransaction();
    await runner.release();
    await until(() => watchman.heard.includes(`${slow} 1`), 2_000);
    expect(watchman.heard).toHaveLength(2);
  });

  it('tells again what a listener failed at', async () => {
    const id = newId();
    watchman.failures = 1;
    await ring(id, 1);
    await until(() => watchman.heard.includes(`${id} 1`), 3_000);
  });

  it('does not tell what happened before it began', async () => {
    const id = newId();
    await ring(id, 1);
    await until(() => watchman.heard.length === 1, 500);
    const late = new EventTail(test.database, test.app.get(EventListeners), new Processes());
    await late.onApplicationBootstrap();
    await late.poke();
    await late.beforeApplicationShutdown();
    expect(watchman.heard).toEqual([`${id} 1`]);
  });
});
