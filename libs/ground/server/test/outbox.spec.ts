import { defineEvent, newId, type RecordedEvent } from '@plenary/ground/kernel';
import { Metrics, OnEvent, OutboxDispatcher, OutboxStore, UnitOfWork } from '../index.js';
import { hall, startTestApp, type TestApp } from '@plenary/ground/testing';
import { EventListeners } from '../events/event-listeners.js';

const doorKnocked = defineEvent<'door.knocked', { number: number }>({
  name: 'door.knocked',
  audience: () => ({ kind: 'nobody' }),
});
type Knock = RecordedEvent<{ number: number }>;

/** Fails as often as it was told to, or hangs until it is let go, for one door. */
class Porter {
  readonly opened: string[] = [];
  readonly failures = new Map<string, number>();
  readonly hangs = new Map<string, Promise<void>>();
  @OnEvent('door.knocked')
  async open({ subject, payload }: Knock): Promise<void> {
    await this.hangs.get(subject.id);
    const left = this.failures.get(subject.id) ?? 0;
    if (left > 0) {
      this.failures.set(subject.id, left - 1);
      throw new Error('the porter sleeps');
    }
    await new Promise((resolve) => setImmediate(resolve));
    this.opened.push(`${subject.id} ${payload.number}`);
  }
}

class Neighbour {
  readonly heard: string[] = [];
  @OnEvent('*')
  hear({ subject, payload }: Knock): void {
    this.heard.push(`${subject.id} ${payload.number}`);
  }
}

describe('the outbox', () => {
  let test: TestApp;
  let porter: Porter;
  beforeAll(async () => {
    test = await startTestApp(hall({ providers: [Porter, Neighbour] }));
    porter = test.app.get(Porter);
  });
  afterAll(() => test.close());

  const knock = (id: string, ...numbers: number[]) =>
    test.app.get(UnitOfWork).run(null, async (tx) => {
      for (const number of numbers) await tx.events.append(doorKnocked({ kind: 'door', id }, { number }));
    });
  const openedOf = (id: string) =>
    porter.opened.filter((each) => each.startsWith(id)).map((each) => each.slice(37));
  async function until(holds: () => boolean, within = 8_000): Promise<void> {
    for (const end = Date.now() + within; !holds();) {
      if (Date.now() > end) throw new Error('it did not come to be');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('tells listeners soon after the commit, in order, and empties itself', async () => {
    const id = newId();
    await knock(id, 1, 2, 3);
    await knock(id, 4);
    await until(() => openedOf(id).length === 4, 900);
    expect(openedOf(id)).toEqual(['1', '2', '3', '4']);
    const left = async () =>
      (await test.database.query('SELECT count(*)::int AS n FROM outbox'))[0].n as number;
    for (let i = 0; i < 50 && (await left()) > 0; i++) await new Promise((r) => setTimeout(r, 20));
    expect(await left()).toBe(0);
  });

  it('tells again what failed, keeps the order of that subject, and holds up no other', async () => {
    const [sleepy, awake] = [newId(), newId()];
    porter.failures.set(sleepy, 2);
    await knock(sleepy, 1, 2);
    await knock(awake, 1);
    await knock(sleepy, 3);
    await until(() => openedOf(awake).length === 1, 900);
    expect(openedOf(sleepy)).toEqual([]);
    await knock(sleepy, 4);
    await until(() => openedOf(sleepy).length === 4);
    expect(openedOf(sleepy)).toEqual(['1', '2', '3', '4']);
  });

  it('one listener that fails keeps no other from hearing', async () => {
    const id = newId();
    porter.failures.set(id, 1);
    await knock(id, 1);
    const { heard } = test.app.get(Neighbour);
    await until(() => heard.includes(`${id} 1`), 900);
    expect(openedOf(id)).toEqual([]);
    await until(() => openedOf(id).length === 1);
  });

  it('takes up what another process wrote down before it was killed', async () => {
    const id = newId();
    const [row] = await test.database.query(
      `INSERT INTO event_log (name, subject_kind, subject_id, payload, audience, at)
       VALUES ('door.knocked', 'door', $1, '{"number":1}', '{"kind":"nobody"}', now()) RETURNING id`,
      [id],
    );
    await test.database.query('INSERT INTO outbox (event_id, due_at) VALUES ($1, now())', [row.id]);
    await until(() => openedOf(id).length === 1, 3_000);
  });

  const rowsOf = (id: string): Promise<{ attempts: number; dead: boolean; leased: boolean }[]> =>
    test.database.query(
      `SELECT o.attempts, o.dead_at IS NOT NULL AS dead, o.leased_until > now() AS leased
       FROM outbox o JOIN event_log e ON e.id = o.event_id WHERE e.subject_id = $1 ORDER BY e.id`,
      [id],
    );

  it('listeners that hang hold up nobody: not other subjects, not other listeners, no transaction', async () => {
    let letGo = (): void => undefined;
    const hanging = new Promise<void>((go) => (letGo = go));
    const stuck = Array.from({ length: 8 }, () => newId());
    stuck.forEach((id) => porter.hangs.set(id, hanging));
    for (const id of stuck) await knock(id, 1, 2);
    const { heard } = test.app.get(Neighbour);
    await until(() => stuck.every((id) => heard.includes(`${id} 1`)));
    const awake = newId();
    await knock(awake, 1);
    await until(() => openedOf(awake).length === 1);
    // What is leased can be seen, so nobody tells within a transaction; the attempt has failed after its time.
    expect((await rowsOf(stuck[0]!))[0]).toMatchObject({ attempts: 0, leased: true });
    await untilIt(async () => (await rowsOf(stuck[0]!))[0]!.attempts > 0, 15_000);
    stuck.forEach((id) => porter.hangs.delete(id));
    letGo();
    await until(() => stuck.every((id) => openedOf(id).includes('2')), 15_000);
  }, 60_000);

  it('what fails at every attempt is left to people, later events go on, and it is told when they say so', async () => {
    const id = newId();
    porter.failures.set(id, 2);
    await knock(id, 1);
    await untilIt(async () => (await rowsOf(id))[0]?.attempts === 1);
    // The attempts before the last, which take a quarter of an hour.
    await test.database.query(
      `UPDATE outbox SET attempts = 11, due_at = now()
       WHERE event_id IN (SELECT id FROM event_log WHERE subject_id = $1)`,
      [id],
    );
    await untilIt(async () => (await rowsOf(id))[0]?.dead === true);
    await knock(id, 2, 3);
    await until(() => openedOf(id).length === 2);
    expect(openedOf(id)).toEqual(['2', '3']);

    const store = test.app.get(OutboxStore);
    const [dead] = await store.listDead();
    expect(dead).toMatchObject({ name: 'door.knocked', attempts: 12, reason: 'Error' });
    expect(await store.counts()).toEqual({ waiting: 0, dead: 1 });
    const metrics = await test.app.get(Metrics).registry.metrics();
    expect(metrics).toContain('plenary_outbox_dead 1');
    expect(await store.revive(dead!.id)).toBe(true);
    await until(() => openedOf(id).length === 3);
    expect(await store.revive(dead!.id)).toBe(false);
  });

  it('two processes on one database tell each event once and in order', async () => {
    const ids = Array.from({ length: 4 }, () => newId());
    const metrics = new Metrics();
    const second = new OutboxDispatcher(test.app.get(OutboxStore), test.app.get(EventListeners), metrics);
    const numbers = Array.from({ length: 60 }, (_, index) => index);
    await Promise.all(
      ids.map(async (id) => {
        for (const number of numbers) {
          await knock(id, number);
          second.poke();
        }
      }),
    );
    await until(() => ids.every((id) => openedOf(id).length >= numbers.length));
    await second.beforeApplicationShutdown();
    metrics.onApplicationShutdown();
    for (const id of ids) expect(openedOf(id)).toEqual(numbers.map(String));
  });
});

async function untilIt(holds: () => Promise<boolean>, within = 8_000): Promise<void> {
  for (const end = Date.now() + within; !(await holds());) {
    if (Date.now() > end) throw new Error('it did not come to be');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
