import { newId } from '@plenary/ground/kernel';
import type { HttpClient, TestApp } from '@plenary/ground/testing';
import { demoPassword, demoSignIns } from '../seed/data/demo-sign-ins.js';
import { seedPerson } from '../seed/sample-coalition.js';
import { forumStatementId, seedSampleCoalition } from '../seed/seed.js';
import { houseCases as cases } from './cases.js';
import { fingerprint } from './fingerprint.js';
import { handlersOf, startWholeHouse, type Handler } from './whole-house.js';

type Route = NonNullable<Handler['route']> & Pick<Handler, 'permissions'> & { readonly need: string };

const filled = (path: string, id = newId()) => path.replace(/:\w+/g, id);

/** Reading it is written down (AUD-4). Those of `/api/outside/` send a browser elsewhere; their own spec goes along. */
const onRecord = '/api/activity/export';

describe('every route, for everybody', () => {
  let house: TestApp;
  let routes: Route[];
  beforeAll(async () => {
    house = await startWholeHouse();
    await seedSampleCoalition(house.app);
    routes = handlersOf(house.app).flatMap(({ route, need, permissions }) =>
      route ? [{ ...route, permissions, need: need! }] : [],
    );
  });
  afterAll(() => house.close());

  const send = (client: HttpClient, { verb, path }: Route, id?: string) => {
    const body =
      verb === 'GET' || verb === 'DELETE' ? undefined : (cases.bodies[`${verb} ${path}`]?.() ?? {});
    return client.send(verb, filled(path, id), body);
  };
  const name = ({ verb, path }: Route) => `${verb} ${path}`;

  it('answers nobody who has not signed in, but at the open doors, and changes nothing', async () => {
    const before = await fingerprint(house.database);
    for (const route of routes.filter(({ need }) => need !== 'public')) {
      for (const id of [newId(), forumStatementId]) {
        const { status, body } = await send(house.client(), route, id);
        expect([name(route), status, body.error?.code]).toEqual([name(route), 401, 'session.needed']);
      }
    }
    expect(await fingerprint(house.database)).toEqual(before);
  });

  it('takes a forged cookie and a forged token for nobody', async () => {
    for (const route of routes.filter(({ need }) => need !== 'public')) {
      const client = house.client();
      client.cookie = `plenary_session=${'x'.repeat(43)}`;
      expect([name(route), (await send(client, route)).status]).toEqual([name(route), 401]);
      const bearer = { authorization: `Bearer plenary_pat_${'x'.repeat(43)}` };
      const answer = await house.client().send(route.verb, filled(route.path), undefined, bearer);
      expect([name(route), answer.status]).toEqual([name(route), 401]);
    }
  });

  it.each(demoSignIns)(
    'unknown things are unknown to a $roleKey, and asking changes nothing',
    async (demo) => {
      const client = await house.signIn(seedPerson(demo.given).email, demoPassword);
      const before = await fingerprint(house.database);
      for (const route of routes.filter(({ path }) => path.includes(':'))) {
        const { status, body } = await send(client, route);
        expect([name(route), status < 500]).toEqual([name(route), true]);
        expect([name(route), [403, 404].includes(status)]).toEqual([name(route), true]);
        expect([name(route), typeof body.error.code]).toEqual([name(route), 'string']);
      }
      expect(await fingerprint(house.database)).toEqual(before);
    },
  );

  it.each(demoSignIns)('a $roleKey gets an answer at every door, and no door breaks', async (demo) => {
    const client = await house.signIn(seedPerson(demo.given).email, demoPassword);
    const before = await fingerprint(house.database);
    const { organisations } = (await client.get('/api/membership')).body;
    const held: string[] = [demo.roleKey, ...organisations.map(({ role }: { role: string }) => role)];
    const plain = routes.filter(
      ({ path, verb }) =>
        !path.includes(':') && verb === 'GET' && path !== onRecord && !path.startsWith('/api/outside/'),
    );
    for (const route of plain) {
      const readers = cases.notForAll.get(route.path);
      const expected = !readers || held.some((capacity) => readers.includes(capacity)) ? 200 : 403;
      expect([name(route), (await send(client, route)).status]).toEqual([name(route), expected]);
    }
    // An empty or foreign shape is refused, whoever sends it; the way in and out is another spec's.
    const changing = routes.filter(
      ({ path, verb }) =>
        verb !== 'GET' && !path.includes(':') && !cases.shapeless.has(path) && verb !== 'PATCH',
    );
    for (const route of changing) {
      const answer = await send(client, route);
      expect([name(route), answer.status >= 400 && answer.status < 500]).toEqual([name(route), true]);
    }
    for (const route of routes.filter(({ path }) => path.includes(':'))) {
      const answer = await client.send(
        route.verb,
        route.path.replace(/:\w+/g, "'; DROP TABLE person"),
        undefined,
      );
      expect([name(route), [400, 404].includes(answer.status)]).toEqual([name(route), true]);
    }
    expect(await fingerprint(house.database)).toEqual(before);
  });

  it('an id in capitals names nothing at any door, and changes nothing', async () => {
    const client = await house.signIn(seedPerson('Amara').email, demoPassword);
    const before = await fingerprint(house.database);
    const ids = [forumStatementId, seedPerson('Mateo').id, seedPerson('Amara').id];
    for (const route of routes.filter(({ path }) => path.includes(':'))) {
      for (const id of ids) {
        const { status } = await send(client, route, id.toUpperCase());
        expect([name(route), [400, 404].includes(status)]).toEqual([name(route), true]);
      }
    }
    expect(await fingerprint(house.database)).toEqual(before);
  });

  it.each(demoSignIns.filter(({ roleKey }) => roleKey !== 'coordinator'))(
    'a $roleKey can neither rename the Forum statement nor share it',
    async (demo) => {
      const client = await house.signIn(seedPerson(demo.given).email, demoPassword);
      const before = await fingerprint(house.database);
      const managing = routes.filter(({ permissions }) =>
        permissions.some(({ name: permission }) => permission === 'statement.manage-coalition'),
      );
      const ofStatement = managing.filter(({ path }) => path.startsWith('/api/statements/:id'));
      // To rename it, to give and withdraw rights, to open its history, to erase words and to be told what would go.
      expect(ofStatement.map(({ verb }) => verb).sort()).toEqual([
        ...['DELETE', 'GET', 'PATCH', 'POST', 'PUT', 'PUT'],
      ]);
      for (const route of ofStatement) {
        const { status } = await send(client, route, forumStatementId);
        expect([name(route), [403, 404].includes(status)]).toEqual([name(route), true]);
      }
      expect(await fingerprint(house.database)).toEqual(before);
    },
  );

  it('a token that may only read changes nothing, whatever its owner may do', async () => {
    const amara = await house.signIn(seedPerson('Amara').email, demoPassword);
    const wanted = { name: 'reader', scope: 'read', expiresInDays: 1, password: demoPassword };
    const { body } = await amara.post('/api/me/tokens', wanted);
    const bearer = { authorization: `Bearer ${body.token}` };
    const before = await fingerprint(house.database);
    for (const route of routes.filter(({ need }) => need === 'write')) {
      const shape = cases.bodies[`${route.verb} ${route.path}`]?.() ?? {};
      const path = filled(route.path, forumStatementId);
      const answer = await house.client().send(route.verb, path, shape, bearer);
      expect([name(route), answer.status, answer.body.error?.code]).toEqual([
        name(route),
        403,
        'token.read-only',
      ]);
    }
    expect(await fingerprint(house.database)).toEqual(before);
  });
});
