import { createServer, type AddressInfo } from 'node:net';
import { OperationModule } from '../operation.module.js';
import { organisationsHouse, startCoalition } from '@plenary/organisations/testing';

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
      imports: [...organisationsHouse.imports, OperationModule],
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
    for (const number of [row.id, 'x', '99999999999999999999']) {
      const again = await visitor.post(`operation/untold/${number}/retry`, {});
      expect([again.status, again.body.error.code]).toEqual([404, 'operation.nothing-untold']);
    }
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
