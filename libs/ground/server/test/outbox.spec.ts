import { defineEvent, newId, type RecordedEvent } from '@plenary/ground/kernel';
import { OnEvent, OutboxDispatcher, UnitOfWork } from '../index.js';
import { hall, startTestApp, type TestApp } from '@plenary/ground/testing';
import { EventListeners } from '../events/event-listeners.js';

const doorKnocked = defineEvent<'door.knocked', { number: number }>({
  name: 'door.knocked',
  audience: () => ({ kind: 'nobody' }),
});
type Knock = RecordedEvent<{ number: number }>;

/** Fails as often as it was told to, for one door. */
class Porter {
  readonly opened: string[] = [];
  readonly failures = new Map<string, number>();
  @OnEvent('door.knocked')
  async open({ subject, payload }: Knock): Promise<void> {
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

  it('two processes on one database tell each event once and in order', async () => {
    const ids = Array.from({ length: 4 }, () => newId());
    const second = new OutboxDispatcher(test.database, test.app.get(EventListeners));
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
    for (const id of ids) expect(openedOf(id)).toEqual(numbers.map(String));
  });
});
