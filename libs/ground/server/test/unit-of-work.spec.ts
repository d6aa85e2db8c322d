import { defineEvent, newId, type Actor, type RecordedEvent } from '@plenary/ground/kernel';
import { OnEvent, UnitOfWork } from '../index.js';
import { hall, startTestApp, type TestApp } from '@plenary/ground/testing';

const bellRung = defineEvent<'bell.rung', { times: number }>({
  name: 'bell.rung',
  audience: () => ({ kind: 'nobody' }),
});

class Ear {
  readonly heard: string[] = [];
  @OnEvent('bell.rung')
  hear(event: RecordedEvent): void {
    this.heard.push(event.subject.id);
  }
}

const someone = (change: Partial<Actor> = {}): Actor => ({
  personId: newId(),
  organisationId: null,
  sessionId: newId(),
  sessionKind: 'browser',
  scope: 'write',
  requestId: newId(),
  commandId: newId(),
  commandDigest: 'what was asked',
  ...change,
});

describe('a unit of work', () => {
  let test: TestApp;
  let unit: UnitOfWork;
  beforeAll(async () => {
    test = await startTestApp(hall({ providers: [Ear] }));
    unit = test.app.get(UnitOfWork);
    await test.database.query('CREATE TABLE bell (id uuid PRIMARY KEY)');
  });
  afterAll(() => test.close());

  const ring = (actor: Actor | null, id: string, answer: unknown = { id }) =>
    unit.run(actor, async (tx) => {
      await tx.manager.query('INSERT INTO bell VALUES ($1)', [id]);
      await tx.events.append(bellRung({ kind: 'bell', id }, { times: 1 }));
      return answer;
    });
  const traces = async (id: string) => {
    const [row] = await test.database.query(
      `SELECT (SELECT count(*) FROM bell WHERE id::text = $1)::int AS rows,
              (SELECT count(*) FROM event_log WHERE subject_id = $1)::int AS events`,
      [id],
    );
    return row as { rows: number; events: number };
  };

  it('writes state and event together, with who did it', async () => {
    const id = newId();
    const actor = someone({ organisationId: newId() });
    await ring(actor, id);
    expect(await traces(id)).toEqual({ rows: 1, events: 1 });
    const [event] = await test.database.query('SELECT * FROM event_log WHERE subject_id = $1', [id]);
    expect(event).toMatchObject({
      name: 'bell.rung',
      actor_id: actor.personId,
      organisation_id: actor.organisationId,
      payload: { times: 1 },
    });
  });

  it('leaves nothing of work that failed, and no receipt, so that it can be tried again', async () => {
    const id = newId();
    const actor = someone();
    const attempt = unit.run(actor, async (tx) => {
      await tx.manager.query('INSERT INTO bell VALUES ($1)', [id]);
      await tx.events.append(bellRung({ kind: 'bell', id }, { times: 1 }));
      throw new Error('the rope broke');
    });
    await expect(attempt).rejects.toThrow('the rope broke');
    expect(await traces(id)).toEqual({ rows: 0, events: 0 });
    expect(await ring(actor, id)).toEqual({ id });
  });

  describe('along with a transaction that is begun elsewhere', () => {
    const ringAlong = (actor: Actor | null, id: string, end: () => void = () => undefined) =>
      unit.along(actor, (within) =>
        test.database.transaction(async (manager) => {
          await manager.query('INSERT INTO bell VALUES ($1)', [id]);
          const answer = await within(manager, async (tx) => {
            await tx.events.append(bellRung({ kind: 'bell', id }, { times: 1 }));
            return { id };
          });
          end();
          return answer;
        }),
      );

    it('writes events in it, which are told after its commit', async () => {
      const id = newId();
      await ringAlong(null, id);
      expect(await traces(id)).toEqual({ rows: 1, events: 1 });
      const ear = test.app.get(Ear);
      for (let i = 0; i < 40 && !ear.heard.includes(id); i++) await new Promise((r) => setTimeout(r, 50));
      expect(ear.heard).toContain(id);
    });

    it('leaves nothing where that fails, and can be tried again', async () => {
      const id = newId();
      const actor = someone();
      const failed = ringAlong(actor, id, () => {
        throw new Error('the rope broke');
      });
      await expect(failed).rejects.toThrow('the rope broke');
      expect(await traces(id)).toEqual({ rows: 0, events: 0 });
      expect(await ringAlong(actor, id)).toEqual({ id });
    });

    it('carries a command out once, however often it comes and how many at a time', async () => {
      const actor = someone();
      const ids = Array.from({ length: 5 }, () => newId());
      const attempts = await Promise.allSettled(ids.map((id) => ringAlong(actor, id)));
      const [first, ...others] = attempts.filter(({ status }) => status === 'fulfilled');
      const answer = (first as PromiseFulfilledResult<{ id: string }>).value;
      for (const other of others) expect(other).toMatchObject({ value: answer });
      expect(await ringAlong(actor, newId())).toEqual(answer);
      const counts = await Promise.all(ids.map(traces));
      expect(counts.filter(({ rows, events }) => rows + events > 0)).toEqual([{ rows: 1, events: 1 }]);
      const another = ringAlong({ ...actor, commandDigest: 'something else' }, newId());
      await expect(another).rejects.toMatchObject({ code: 'command.id-reused' });
    });
  });

  it('writes many events in their order, each with who did it and its row in the outbox', async () => {
    const actor = someone({ organisationId: newId() });
    const ids = Array.from({ length: 1_234 }, () => newId());
    const waiting = await unit.run(actor, async (tx) => {
      await tx.events.appendAll(ids.map((id, times) => bellRung({ kind: 'bell', id }, { times })));
      await tx.events.appendAll([]);
      const [row] = await tx.manager.query(
        `SELECT count(*)::int AS waiting FROM outbox o JOIN event_log e ON e.id = o.event_id
          WHERE e.actor_id = $1 AND o.due_at = e.at AND o.attempts = 0`,
        [actor.personId],
      );
      return row.waiting as number;
    });
    expect(waiting).toBe(ids.length);
    const events = await test.database.query('SELECT * FROM event_log WHERE actor_id = $1 ORDER BY id', [
      actor.personId,
    ]);
    expect(events.map((each: { subject_id: string }) => each.subject_id)).toEqual(ids);
    expect(events.at(-1)).toMatchObject({
      ...{ name: 'bell.rung', subject_kind: 'bell', organisation_id: actor.organisationId },
      ...{ payload: { times: 1_233 }, audience: { kind: 'nobody' } },
    });
    const ear = test.app.get(Ear);
    const heard = () => ear.heard.filter((id) => ids.includes(id));
    for (let i = 0; i < 200 && heard().length < ids.length; i++) await new Promise((r) => setTimeout(r, 50));
    expect(heard()).toEqual(ids);
  });

  it('tells nobody before the commit', async () => {
    const id = newId();
    const ear = test.app.get(Ear);
    await unit.run(null, async (tx) => {
      await tx.events.append(bellRung({ kind: 'bell', id }, { times: 1 }));
      await new Promise((resolve) => setTimeout(resolve, 1_300));
      expect(ear.heard).not.toContain(id);
    });
    for (let i = 0; i < 40 && !ear.heard.includes(id); i++) await new Promise((r) => setTimeout(r, 50));
    expect(ear.heard).toContain(id);
  });

  it('gives a command that arrives again its first answer', async () => {
    const actor = someone();
    const id = newId();
    const first = await ring(actor, id, { id, at: 'first' });
    const again = await ring(actor, newId(), { id, at: 'second' });
    expect(again).toEqual(first);
    expect(await traces(id)).toEqual({ rows: 1, events: 1 });
  });

  it('carries out twenty twins that arrive at once exactly once', async () => {
    const actor = someone();
    const ids = Array.from({ length: 20 }, () => newId());
    const answers = await Promise.all(ids.map((id) => ring(actor, id)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const rows = await test.database.query('SELECT id FROM bell WHERE id = ANY($1)', [ids]);
    expect(rows).toEqual([answers[0]]);
  });

  it('remembers that there was no answer', async () => {
    const actor = someone();
    expect(await unit.run(actor, () => Promise.resolve(undefined))).toBeUndefined();
    expect(await unit.run(actor, () => Promise.resolve('another'))).toBeUndefined();
  });

  it('refuses one id for two different commands', async () => {
    const actor = someone();
    await ring(actor, newId());
    const other = newId();
    await expect(ring({ ...actor, commandDigest: 'something else' }, other)).rejects.toMatchObject({
      code: 'command.id-reused',
      status: 409,
    });
    expect(await traces(other)).toEqual({ rows: 0, events: 0 });
  });

  it('keeps the commands of two people apart', async () => {
    const one = someone();
    const other = someone({ commandId: one.commandId });
    const ids = [newId(), newId()] as const;
    expect(await ring(one, ids[0])).toEqual({ id: ids[0] });
    expect(await ring(other, ids[1])).toEqual({ id: ids[1] });
  });

  it('does anew what the database gave up because two waited for each other', async () => {
    const [a, b] = [newId(), newId()];
    await test.database.query('INSERT INTO bell VALUES ($1), ($2)', [a, b]);
    let together = 0;
    const both = (first: string, second: string) => {
      const id = newId();
      const lock = 'SELECT 1 FROM bell WHERE id = $1 FOR UPDATE';
      const work = unit.run(someone(), async (tx) => {
        await tx.manager.query(lock, [first]);
        together++;
        for (let i = 0; i < 100 && together < 2; i++) await new Promise((r) => setTimeout(r, 20));
        await tx.manager.query(lock, [second]);
        await tx.manager.query('INSERT INTO bell VALUES ($1)', [id]);
        await tx.events.append(bellRung({ kind: 'bell', id }, { times: 1 }));
      });
      return work.then(() => traces(id));
    };
    const once = { rows: 1, events: 1 };
    expect(await Promise.all([both(a, b), both(b, a)])).toEqual([once, once]);
    expect(together).toBe(3);
  });
});
