import { Body, Controller, HttpCode, Post, type OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId, type Actor } from '@plenary/ground/kernel';
import { hall, HallDoor, startTestApp, until, type HttpClient, type TestApp } from '@plenary/ground/testing';
import {
  CurrentActor,
  failGround,
  Jobs,
  LongWorks,
  Needs,
  Retention,
  type LongWorkKind,
  type Transaction,
  type Work,
} from '../index.js';

interface Cast {
  readonly name: string;
}

const [minute, day] = [60_000, 86_400_000];

/** Casts bells into a table: as slowly, and as badly, as the spec says. */
@Injectable()
class Foundry implements OnModuleInit, LongWorkKind<Cast> {
  readonly kind = 'foundry.cast';
  readonly banned = new Set<string>();
  readonly failures = new Map<string, number>();
  readonly begun: string[] = [];
  readonly held = new Map<string, Promise<void>>();

  constructor(private readonly works: LongWorks) {}

  onModuleInit(): void {
    this.works.register(this);
    this.works.register<Cast>({
      ...{ kind: 'foundry.sketch', newestOnly: true },
      carryOut: (tx, work) => this.carryOut(tx, work),
    });
  }

  async refuseUnlessMay(_tx: EntityManager, { personId }: Actor): Promise<void> {
    if (this.banned.has(personId)) failGround('request.foreign-origin');
  }

  async carryOut(tx: Transaction, { request: { name }, bytes, tell, actor }: Work<Cast>) {
    this.begun.push(name);
    await tx.manager.query('INSERT INTO bell (name, caster) VALUES ($1, $2)', [name, actor.personId]);
    tell('melting', 1, 3);
    await this.held.get(name);
    if (name === 'cracked') failGround('request.too-large');
    const left = this.failures.get(name) ?? 0;
    this.failures.set(name, left - 1);
    if (left > 0) throw new RangeError('the furnace');
    const file = { name: `${name}.txt`, type: 'text/plain', bytes: Buffer.from(bytes ?? name) };
    return { outcome: { name }, file };
  }
}

@Controller('bells')
class BellsController {
  constructor(private readonly works: LongWorks) {}

  @Post()
  @Needs('write')
  @HttpCode(202)
  cast(@CurrentActor() actor: Actor, @Body() { name, iron }: { name: string; iron?: string }) {
    return this.works.begin(actor, 'foundry.cast', { name }, iron === undefined ? null : Buffer.from(iron));
  }

  @Post('sketches')
  @Needs('write')
  @HttpCode(202)
  sketch(@CurrentActor() actor: Actor, @Body() { name }: { name: string }) {
    return this.works.begin(actor, 'foundry.sketch', { name });
  }
}

describe('long work', () => {
  let test: TestApp;
  let foundry: Foundry;
  let works: LongWorks;
  beforeAll(async () => {
    test = await startTestApp(hall({ controllers: [BellsController], providers: [Foundry] }));
    [foundry, works] = [test.app.get(Foundry), test.app.get(LongWorks)];
    await test.database.query('CREATE TABLE bell (name text NOT NULL, caster uuid NOT NULL)');
  });
  afterAll(() => test.close());

  function somebody(): HttpClient & { personId: string } {
    const secret = newId();
    const { personId } = test.app.get(HallDoor).admit(secret);
    return Object.assign(test.client(), { cookie: `plenary_session=${secret}`, personId });
  }
  const cast = async (who: HttpClient, name: string, iron?: string): Promise<string> => {
    const answer = await who.post('/api/bells', { name, iron });
    expect(answer.status).toBe(202);
    return answer.body.id as string;
  };
  const of = async (who: HttpClient, id: string) => (await who.get(`/api/me/work/${id}`)).body;
  const ended = (who: HttpClient, id: string) =>
    until(async () => ['done', 'failed'].includes((await of(who, id)).state), 'the end of the work');
  const bells = async (name: string): Promise<number> =>
    (await test.database.query('SELECT 1 FROM bell WHERE name = $1', [name])).length;
  const stored = async (id: string) =>
    (await test.database.query('SELECT request, bytes FROM long_work WHERE id = $1', [id]))[0];
  const jobsOf = async (id: string): Promise<number> =>
    (await test.database.query('SELECT 1 FROM jobs WHERE key = $1', [`long-work ${id}`])).length;
  /** Keeps a work of this name until it is let go. */
  function hold(name: string): () => void {
    let letGo: () => void = () => undefined;
    foundry.held.set(name, new Promise((done) => (letGo = done)));
    return letGo;
  }

  it('is begun, told of while it goes on, and done; its input is kept no longer, its file is there', async () => {
    const who = somebody();
    const letGo = hold('great');
    const id = await cast(who, 'great', 'iron ore');
    await until(async () => (await of(who, id)).step === 'melting', 'progress');
    expect(await of(who, id)).toMatchObject({ state: 'running', done: 1, total: 3, endedAt: null });
    expect((await who.get('/api/me/work')).body.items).toMatchObject([{ id, kind: 'foundry.cast' }]);
    // What is not done yet is not there yet, for anybody.
    expect(await bells('great')).toBe(0);
    letGo();
    await ended(who, id);
    expect(await of(who, id)).toMatchObject({ state: 'done', outcome: { name: 'great' }, refusal: null });
    expect(await bells('great')).toBe(1);
    expect(await stored(id)).toEqual({ request: {}, bytes: null });
    const file = await who.get(`/api/me/work/${id}/file`);
    expect([file.status, file.body, file.headers.get('cache-control')]).toEqual([
      ...[200, 'iron ore', 'no-store'],
    ]);
    expect(file.headers.get('content-disposition')).toContain('great.txt');
    const audiences: { name: string; audience: object }[] = await test.database.query(
      `SELECT name, audience FROM event_log WHERE subject_id = $1 ORDER BY id`,
      [id],
    );
    expect(audiences.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['long-work.begun', 'long-work.went-on', 'long-work.ended']),
    );
    for (const { audience } of audiences)
      expect(audience).toEqual({ kind: 'people', personIds: [who.personId], alone: true });
  });

  it('is nobody else’s to see, to fetch or to put away', async () => {
    const [who, other] = [somebody(), somebody()];
    const id = await cast(who, 'own');
    await ended(who, id);
    for (const path of [`/api/me/work/${id}`, `/api/me/work/${id}/file`])
      expect((await other.get(path)).body.error.code).toBe('long-work.not-found');
    expect((await other.delete(`/api/me/work/${id}`)).status).toBe(404);
    expect((await other.get('/api/me/work')).body.items).toEqual([]);
    expect((await who.delete(`/api/me/work/${id}`)).status).toBe(204);
    expect((await who.get('/api/me/work')).body.items).toEqual([]);
  });

  it('is done once, however often it is begun: at once, after its end, and after a process died in it', async () => {
    const who = somebody();
    const letGo = hold('once');
    const id = await cast(who, 'once');
    await until(() => foundry.begun.includes('once'), 'the first');
    const second = works.carryOut({ id }, { last: false });
    letGo();
    await Promise.all([second, ended(who, id)]);
    await works.carryOut({ id }, { last: false });
    expect([await bells('once'), foundry.begun.filter((each) => each === 'once').length]).toEqual([1, 1]);

    // Its transaction died with it, and its job is another's.
    const again = await cast(who, 'again');
    await ended(who, again);
    await test.database.query(`DELETE FROM bell WHERE name = 'again'`);
    const request = JSON.stringify({ name: 'again' });
    await test.database.query(`UPDATE long_work SET state = 'running', request = $2 WHERE id = $1`, [
      ...[again, request],
    ]);
    await works.carryOut({ id: again }, { last: false });
    expect([await bells('again'), (await of(who, again)).state]).toEqual([1, 'done']);
  });

  it('that is refused changes nothing, and says why; a right that is lost meanwhile refuses, too', async () => {
    const who = somebody();
    const id = await cast(who, 'cracked', 'slag');
    await ended(who, id);
    expect(await of(who, id)).toMatchObject({ state: 'failed', refusal: { code: 'request.too-large' } });
    expect([await bells('cracked'), await stored(id)]).toEqual([0, { request: {}, bytes: null }]);

    const kept = await cast(who, 'kept');
    await ended(who, kept);
    foundry.failures.set('late', 1);
    const late = await cast(who, 'late');
    await until(() => foundry.begun.includes('late'), 'the first attempt');
    foundry.banned.add(who.personId);
    await ended(who, late);
    expect((await of(who, late)).refusal.code).toBe('request.foreign-origin');
    expect((await who.get(`/api/me/work/${kept}/file`)).status).toBe(403);
    expect((await who.post('/api/bells', { name: 'never' })).status).toBe(403);
    expect([await bells('late'), await bells('never')]).toEqual([0, 0]);
  });

  it('of which nobody asks who may do it is done, and gives no file: nobody could be judged anew', async () => {
    const who = somebody();
    const { id } = (await who.post('/api/bells/sketches', { name: 'open' })).body;
    await ended(who, id);
    expect(await of(who, id)).toMatchObject({ state: 'done', fileName: 'open.txt' });
    expect((await who.get(`/api/me/work/${id}/file`)).body.error.code).toBe('long-work.not-found');
  });

  it('that breaks is tried again; given up, it says so, and stands under Operation to be tried once more', async () => {
    const who = somebody();
    foundry.failures.set('stubborn', 4);
    const id = await cast(who, 'stubborn', 'ore');
    for (let attempt = 1; attempt <= 4; attempt++) {
      await until(() => foundry.begun.filter((each) => each === 'stubborn').length === attempt);
      await until(async () => {
        const [job] = await test.database.query(
          `SELECT 1 FROM jobs WHERE key = $1 AND locked_at IS NULL AND attempts = $2`,
          [`long-work ${id}`, attempt],
        );
        return job !== undefined;
      });
      test.clock.forward(minute);
    }
    expect(await of(who, id)).toMatchObject({ state: 'failed', refusal: { code: 'long-work.broken' } });
    expect(await bells('stubborn')).toBe(0);
    const jobs = test.app.get(Jobs);
    const [given] = (await jobs.failed(test.database.manager)).filter(({ name }) => name === 'long-work.do');
    expect(given).toMatchObject({ attempts: 4, kind: 'RangeError' });
    await jobs.tryAgain(test.database.manager, given!.id);
    await until(async () => (await of(who, id)).state === 'done', 'the furnace');
    expect([await bells('stubborn'), (await of(who, id)).refusal]).toEqual([1, null]);
  });

  it('whose process died in the last attempt says so, too', async () => {
    const who = somebody();
    const letGo = hold('lost');
    const id = await cast(who, 'lost');
    await until(async () => (await of(who, id)).step === 'melting');
    await test.database.query(
      `UPDATE _private_jobs SET attempts = max_attempts, locked_at = NULL, locked_by = NULL WHERE key = $1`,
      [`long-work ${id}`],
    );
    await works.closeLost();
    expect(await of(who, id)).toMatchObject({ state: 'failed', refusal: { code: 'long-work.broken' } });
    letGo();
    await until(async () => (await of(who, id)).state === 'done', 'who was not dead');
  });

  it('of which the newest alone is wanted: what was begun before is put away, under way or over', async () => {
    const [who, other] = [somebody(), somebody()];
    const sketch = async (of: HttpClient, name: string): Promise<string> =>
      (await of.post('/api/bells/sketches', { name })).body.id;
    const [theirs, bell] = [await sketch(other, 'theirs'), await cast(who, 'beside')];
    const letGo = hold('draft');
    const first = await sketch(who, 'draft');
    await until(async () => (await of(who, first)).step === 'melting', 'the first');
    for (const name of ['second', 'third', 'fourth']) await sketch(who, name);
    const last = await sketch(who, 'fair');
    await ended(who, last);
    expect((await who.get(`/api/me/work/${first}`)).body.error.code).toBe('long-work.not-found');
    letGo();
    await until(async () => (await jobsOf(first)) === 0, 'the end of the first');
    // Nobody wanted it any more, so that nothing came of it.
    expect([await bells('draft'), await bells('fair')]).toEqual([0, 1]);
    const listed = (await who.get('/api/me/work')).body.items.map((each: { id: string }) => each.id);
    expect(listed.sort()).toEqual([bell, last].sort());
    await ended(other, theirs);
  });

  it('a person has three under way at most; what is over is forgotten after a day', async () => {
    const who = somebody();
    const letGo = hold('many');
    const ids = [await cast(who, 'many'), await cast(who, 'many'), await cast(who, 'many')];
    expect((await who.post('/api/bells', { name: 'many' })).body.error.code).toBe('long-work.too-many');
    await cast(somebody(), 'others');
    letGo();
    for (const id of ids) await ended(who, id);
    const retention = test.app.get(Retention);
    test.clock.forward(day - minute);
    await retention.sweep();
    expect((await who.get('/api/me/work')).body.items).toHaveLength(3);
    test.clock.forward(2 * minute);
    await retention.sweep();
    expect((await who.get('/api/me/work')).body.items).toEqual([]);
  });
});
