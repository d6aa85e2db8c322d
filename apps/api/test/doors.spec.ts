import { readdirSync, readFileSync } from 'node:fs';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { DataSource } from 'typeorm';
import { definedEvents } from '@plenary/ground/kernel';
import { describeApi } from '@plenary/ground/server';
import type { TestApp } from '@plenary/ground/testing';
import { handlersOf, startWholeHouse } from './whole-house.js';

/**
 * TypeORM's reader of tables asks many things at once on one line. pg keeps them in a queue, and will refuse them from
 * version 9 on; here each waits for the one before. Nothing else in Plenary reads tables.
 */
function askOneByOne(database: DataSource): void {
  const create = database.createQueryRunner.bind(database);
  jest.spyOn(database, 'createQueryRunner').mockImplementation((mode) => {
    const runner = create(mode);
    const ask = runner.query.bind(runner);
    let before: Promise<unknown> = Promise.resolve();
    runner.query = (...words: Parameters<typeof ask>) => {
      const answer = before.then(() => ask(...words));
      before = answer.catch(() => undefined);
      return answer;
    };
    return runner;
  });
}

describe('the architecture', () => {
  let house: TestApp;
  beforeAll(async () => {
    house = await startWholeHouse();
  });
  afterAll(() => house.close());

  it('every handler of requests and messages says what it needs', () => {
    const handlers = handlersOf(house.app);
    expect(handlers.filter(({ route }) => route).length).toBeGreaterThan(20);
    expect(handlers.filter(({ route }) => !route).length).toBeGreaterThan(4);
    const silent = handlers.filter(({ need }) => !['public', 'signed-in', 'write'].includes(need ?? ''));
    expect(silent).toEqual([]);
  });

  it('only these doors are open to everybody', () => {
    const open = handlersOf(house.app)
      .filter(({ need }) => need === 'public')
      .map(({ route, name }) => (route ? `${route.verb} ${route.path}` : name));
    expect(open.sort()).toEqual([
      'GET /api/demo',
      'GET /api/door',
      'GET /api/mailbox',
      'GET /api/outside',
      'GET /api/outside/begin',
      'GET /api/outside/return',
      'GET /api/pictures/:id',
      'GET /health/live',
      'GET /health/ready',
      'POST /api/applications',
      'POST /api/applications/confirm',
      'POST /api/email-changes/confirm',
      'POST /api/joining',
      'POST /api/joining/confirm',
      'POST /api/joining/look',
      'POST /api/outside/code',
      'POST /api/password-resets',
      'POST /api/password-resets/complete',
      'POST /api/recoveries/stop',
      'POST /api/session',
      'POST /api/session/passkey',
      'POST /api/session/passkey/options',
      'POST /api/set-up',
    ]);
  });

  it('every door that changes something asks for the right to write, but for the ways in and out', () => {
    const changing = handlersOf(house.app).filter(({ route }) => route && route.verb !== 'GET');
    const weak = changing.filter(({ need }) => need !== 'write').map(({ name }) => name);
    expect(weak.sort()).toEqual([
      'ApplicationsController.apply',
      'ApplicationsController.confirm',
      'FactorsController.beginSignIn',
      'FactorsController.signIn',
      'FactorsController.stopRecoveryByEmail',
      'InvitationsController.begin',
      'InvitationsController.confirm',
      'InvitationsController.look',
      'OutsideController.complete',
      'RecoveryController.askForReset',
      'RecoveryController.confirmEmail',
      'RecoveryController.reset',
      'SessionController.signIn',
      'SessionController.signOut',
      'SetupController.setUp',
    ]);
  });

  it('the description of the API names every route, with the shape of its answer', () => {
    const { paths } = describeApi(house.app);
    for (const { route } of handlersOf(house.app)) {
      if (!route) continue;
      const path = route.path.replace(/:(\w+)/g, '{$1}');
      const operation = paths[path]?.[route.verb.toLowerCase() as 'get'];
      expect({ path, described: operation !== undefined }).toEqual({ path, described: true });
      const [status, answer] = Object.entries(operation!.responses)[0]!;
      const shaped = status === '204' || path.startsWith('/health/') || 'content' in answer!;
      expect({ path, shaped }).toEqual({ path, shaped: true });
    }
  });

  it('ids are taken in small letters alone: no source file asks Nest or class-validator for a UUID', () => {
    const files = ['libs', 'apps'].flatMap((top) =>
      readdirSync(top, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name) && !/node_modules|\.spec\.ts$/.test(name))
        .map((name) => `${top}/${name}`),
    );
    expect(files.length).toBeGreaterThan(500);
    const lax = files.filter((file) => /ParseUUIDPipe|IsUUID/.test(readFileSync(file, 'utf8')));
    expect(lax).toEqual([]);
  });

  // Whoever could bring one would be told, by a refusal, that it is taken. Threads and comments are begun without a
  // network, for days and by several tabs, and tasks may be: there the id tells that what arrives is the same, when no receipt is left.
  it('ids of what is begun are the server’s: no body that begins something holds one, but what is begun offline', () => {
    const { components } = describeApi(house.app);
    const bringing = handlersOf(house.app)
      .filter(({ route }) => route?.verb === 'POST')
      .flatMap(({ takes, name }) => takes.map((shape) => ({ name, shape: (shape as { name: string }).name })))
      .filter(({ shape }) => {
        const schema = components?.schemas?.[shape];
        return schema && 'properties' in schema && 'id' in (schema.properties ?? {});
      });
    const offline = [
      'StatementSuggestionsController.begin',
      'TasksController.add',
      'ThreadController.reply',
      'ThreadsController.begin',
    ];
    expect(bringing.map(({ name }) => name).sort()).toEqual(offline.toSorted());
  });

  it('no field of a body takes null that does not say so', () => {
    const { components } = describeApi(house.app);
    const lax: string[] = [];
    let asked = 0;
    for (const { takes, name } of handlersOf(house.app).filter(({ route }) => route?.verb !== 'GET')) {
      for (const shape of takes) {
        const schema = components?.schemas?.[(shape as { name: string }).name];
        if (!schema || !('properties' in schema)) continue;
        for (const [field, property] of Object.entries(schema.properties ?? {})) {
          if ('nullable' in property && property.nullable) continue;
          asked++;
          const given = plainToInstance(shape as new () => object, { [field]: null });
          const wrong = validateSync(given).some((error) => error.property === field);
          if (!wrong) lax.push(`${name}: ${field}`);
        }
      }
    }
    expect(asked).toBeGreaterThan(80);
    expect(lax).toEqual([]);
  });

  // That each has an audience, and which one: `every-event.live.spec.ts`.
  it('every kind of event has a past-tense name and a room', () => {
    expect(definedEvents.size).toBeGreaterThan(5);
    for (const name of definedEvents.keys()) expect(name).toMatch(/^[a-z-]+\.[a-z-]+$/);
  });

  it('the migrations make exactly the tables that the entities describe', async () => {
    askOneByOne(house.database);
    const drift = async () => {
      const { upQueries } = await house.database.driver.createSchemaBuilder().log();
      return upQueries.map(({ query }) => query);
    };
    expect(await drift()).toEqual([]);
    await house.database.query('ALTER TABLE statement ADD COLUMN forgotten text');
    expect(await drift()).toEqual([expect.stringContaining('forgotten')]);
    await house.database.query('ALTER TABLE statement DROP COLUMN forgotten');
  });

  it('the migrations stand in one order across the rooms', () => {
    const stamps = house.database.migrations.map((each) => each.constructor.name.slice(-13));
    expect(stamps.every((stamp) => /^\d{13}$/.test(stamp))).toBe(true);
    expect(new Set(stamps).size).toBe(stamps.length);
  });
});
