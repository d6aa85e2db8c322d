import { createServer, type AddressInfo } from 'node:net';
import { Module } from '@nestjs/common';
import { Job, Jobs } from '@plenary/ground/server';
import { until } from '@plenary/ground/testing';
import { OperationModule } from '../operation.module.js';
import { organisationsHouse, startCoalition } from '@plenary/organisations/testing';

/** A room whose work fails until it is mended. */
class Mill {
  broken = true;
  tried = 0;
  ground = 0;

  @Job('mill.grind')
  grind(): void {
    this.tried++;
    if (this.broken) throw new RangeError('words of somebody');
    this.ground++;
  }
}
@Module({ providers: [Mill] })
class MillModule {}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => probe.once('listening', listening));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

describe('how Plenary runs', () => {
  let rooms: Awaited<ReturnType<typeof startCoalition>>;
  let port: number;
  beforeAll(async () => {
    port = await freePort();
    rooms = await startCoalition({
      ...organisationsHouse,
      imports: [...organisationsHouse.imports, OperationModule, MillModule],
      settings: { METRICS_PORT: String(port) },
    });
  });
  afterAll(() => rooms.close());

  it('OPS-1 is told to a coordinator, in numbers', async () => {
    const coordinator = await rooms.given.person();
    await rooms.given.role(coordinator, 'coordinator');
    const { status, body } = await (await rooms.as(coordinator)).get('operation');
    expect(status).toBe(200);
    expect(body).toMatchObject({ database: 'answers', redis: 'alone' });
    expect(body.processes).toHaveLength(1);
    expect(body.processes[0]).toMatchObject({ isThis: true, documents: 0, slowReaders: 0, refused: {} });
    expect(body.processes[0].memory).toBeGreaterThan(10_000_000);
    expect(body.following).toMatchObject({ dead: 0, untold: [], underived: 0 });
  });

  it('names what was not told, and a coordinator has it told again', async () => {
    const coordinator = await rooms.given.person();
    await rooms.given.role(coordinator, 'coordinator');
    const visitor = await rooms.as(coordinator);
    const [row] = await rooms.database.query(
      `INSERT INTO event_log (name, subject_kind, subject_id, payload, audience, at)
       VALUES ('door.knocked', 'door', '1', '{}', '{"kind":"nobody"}', now()) RETURNING id`,
    );
    await rooms.database.query(
      `INSERT INTO outbox (event_id, due_at, attempts, dead_at, reason) VALUES ($1, now(), 12, now(), 'TypeError')`,
      [row.id],
    );
    const { body } = await visitor.get('operation');
    expect(body.amiss).toContain('untold');
    expect(body.following).toMatchObject({
      dead: 1,
      untold: [{ id: row.id, name: 'door.knocked', attempts: 12, reason: 'TypeError' }],
    });
    const other = await rooms.as(await rooms.given.person());
    expect((await other.post(`operation/untold/${row.id}/retry`, {})).body.error.code).toBe(
      'operation.forbidden',
    );
    expect((await visitor.post(`operation/untold/${row.id}/retry`, {})).status).toBe(204);
    for (const number of ['x', '99999999999999999999']) {
      expect((await visitor.post(`operation/untold/${number}/retry`, {})).status).toBe(404);
    }
    const again = await visitor.post(`operation/untold/${row.id}/retry`, {});
    expect([again.status, again.body.error.code]).toEqual([404, 'operation.nothing-untold']);
    const told = async () => (await visitor.get('operation')).body.following;
    while ((await told()).waiting > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await told()).toMatchObject({ dead: 0, untold: [] });
  });

  it.each(['facilitator', 'penholder', null] as const)('is not told to a %s', async (role) => {
    const person = await rooms.given.person();
    if (role) await rooms.given.role(person, role);
    const { status, body } = await (await rooms.as(person)).get('operation');
    expect([status, body.error.code]).toEqual([403, 'operation.forbidden']);
  });

  it('OPS-3 work that failed ten times is shown, hinders nobody, and is done when it is tried again', async () => {
    const coordinator = await rooms.given.person();
    await rooms.given.role(coordinator, 'coordinator');
    const [visitor, other] = [await rooms.as(coordinator), await rooms.as(await rooms.given.person())];
    const mill = rooms.app.get(Mill);
    await rooms.app.get(Jobs).add(rooms.database.manager, 'mill.grind', {}, { key: 'mill' });
    const state = async (): Promise<{ attempts: number; locked_at: Date | null }> =>
      (await rooms.database.query(`SELECT attempts, locked_at FROM jobs WHERE key = 'mill'`))[0];
    for (let tried = 0; tried < 10;) {
      await until(async () => mill.tried > tried && (await state()).locked_at === null);
      tried = mill.tried;
      if (tried < 10) expect((await visitor.get('operation')).body.amiss).not.toContain('work');
      expect((await other.patch('me', { displayName: `Meanwhile ${tried}` })).status).toBe(200);
      // At most six hours lie between two attempts; the first ones come by themselves, too.
      rooms.clock.forward(7 * 3_600_000);
    }
    const { body } = await visitor.get('operation/work');
    expect(body.items).toMatchObject([{ name: 'mill.grind', attempts: 10, kind: 'RangeError' }]);
    expect(body.failed).toBe(1);
    expect((await visitor.get('operation')).body).toMatchObject({ failedWork: 1, amiss: ['mail', 'work'] });
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(metrics).toMatch(/^plenary_jobs_failed 1$/m);
    expect(metrics).toContain('plenary_jobs_total{job="mill.grind",how="given-up"} 1');
    const path = `operation/work/${body.items[0].id}/retry`;
    expect((await other.post(path, {})).status).toBe(403);
    mill.broken = false;
    expect((await visitor.post(path, {})).status).toBe(204);
    await until(() => mill.ground === 1);
    await until(async () => (await visitor.get('operation/work')).body.failed === 0);
    const gone = await visitor.post(path, {});
    expect([gone.status, gone.body.error.code]).toEqual([404, 'operation.no-failed-work']);
    for (const none of ['0', '9'.repeat(30), 'x']) {
      expect((await visitor.post(`operation/work/${none}/retry`, {})).status).toBe(404);
    }
  });

  it('is read by Prometheus on a port of its own, and never where people are', async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
    const text = await answer.text();
    expect(answer.status).toBe(200);
    for (const name of [
      'plenary_connections',
      'plenary_acknowledgement_ms_bucket',
      'nodejs_eventloop_lag_p99_seconds',
    ]) {
      expect(text).toContain(name);
    }
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    const { body, status } = await rooms.client().get('/metrics');
    expect(status === 404 || !String(body).includes('plenary_connections')).toBe(true);
  });
});
