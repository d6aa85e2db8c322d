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
