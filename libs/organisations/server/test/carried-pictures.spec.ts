import { DataSource } from 'typeorm';
import { newId } from '@plenary/ground/kernel';
import { dataSourceOptions, FileStore, groundMigrations, migrate } from '@plenary/ground/server';
import { collabMigrations } from '@plenary/ground/server/collab';
import {
  plainPicture,
  startTestApp,
  telltale,
  tellingPicture,
  testConnection,
  type TestApp,
} from '@plenary/ground/testing';
import { organisationsHouse } from '@plenary/organisations/testing';
import { CarryPicturesOver } from '../pictures/carry-pictures-over.js';

const [organisation, without, broken, coalition] = [newId(), newId(), newId(), newId()];
const [logo, unreadable, sign, nobodys] = [newId(), newId(), newId(), newId()];

/** The last migration of the Plenary that kept logos in a table. */
const last = 1_764_206_020_000;
const stampOf = (migration: new () => object) => Number(migration.name.slice(-13));

/** Rows as that Plenary wrote them. */
async function writeAsBefore(place: DataSource): Promise<void> {
  const [{ schema }] = await place.query('SELECT current_schema() AS schema');
  const all = [...groundMigrations, ...collabMigrations, ...organisationsHouse.migrations];
  const migrations = all.filter((each) => stampOf(each) <= last);
  const old = new DataSource(dataSourceOptions(testConnection(), { entities: [], migrations }, 2, schema));
  await old.initialize();
  try {
    await migrate(old);
    for (const [id, logoId] of [
      [organisation, logo],
      [without, null],
      [broken, unreadable],
    ] as const) {
      await old.query(
        `INSERT INTO organisation (id, name, sort_name, country, languages, state, listing, logo_id, created_at)
         VALUES ($1, $2, $2, 'KE', '{en}', 'active', 'listed', $3, now())`,
        [id, `Organisation ${id}`, logoId],
      );
    }
    await old.query(
      `INSERT INTO coalition (id, name, languages, is_demo, logo_id, created_at) VALUES ($1, 'Harbours', '{en}', false, $2, now())`,
      [coalition, sign],
    );
    for (const [id, type, bytes] of [
      [logo, 'image/png', await plainPicture('png')],
      [sign, 'image/jpeg', await tellingPicture('jpeg')],
      [unreadable, 'image/png', (await plainPicture('png')).subarray(0, 50)],
      [nobodys, 'image/png', await plainPicture('png')],
    ] as const) {
      await old.query('INSERT INTO picture (id, type, bytes, created_at) VALUES ($1, $2, $3, $4)', [
        ...[id, type, bytes, new Date('2026-02-03T04:05:06Z')],
      ]);
    }
  } finally {
    await old.destroy();
  }
}

describe('logos of a Plenary that kept them in a table', () => {
  let house: TestApp;
  beforeAll(async () => void (house = await startTestApp({ ...organisationsHouse, before: writeAsBefore })));
  afterAll(() => house.close());
  const shown = async (id: string) => {
    const { status, headers } = await fetch(`${house.url}/api/pictures/${id}`);
    return [status, headers.get('content-type')];
  };

  it('are shown under the addresses that they had, from the first answer on', async () => {
    expect(await shown(logo)).toEqual([200, 'image/png']);
    expect(await shown(sign)).toEqual([200, 'image/jpeg']);
    expect((await house.client().get('/api/door')).body.coalition.logoId).toBe(sign);
  });

  it('belong to whom they belonged, since when they did; one that cannot be drawn is no logo any more', async () => {
    const rows = await house.database.query(
      'SELECT id, owner_kind, owner_id, put_by, put_at FROM file ORDER BY id',
    );
    const at = { put_by: null, put_at: new Date('2026-02-03T04:05:06Z') };
    expect(rows).toEqual(
      [
        { id: logo, owner_kind: 'organisation', owner_id: organisation, ...at },
        { id: sign, owner_kind: 'coalition', owner_id: coalition, ...at },
      ].sort((one, other) => (one.id < other.id ? -1 : 1)),
    );
    const logos = await house.database.query('SELECT id FROM organisation WHERE logo_id IS NOT NULL');
    expect(logos).toEqual([{ id: organisation }]);
    const bytes = await house.app.get(FileStore).open(sign);
    expect(Buffer.concat(await bytes!.toArray()).includes(telltale)).toBe(false);
  });

  it('the table is gone, here and where there were none, and a second start finds nothing to do', async () => {
    const [{ made }] = await house.database.query(`SELECT to_regclass('picture') IS NOT NULL AS made`);
    expect(made).toBe(false);
    await house.app.get(CarryPicturesOver).onModuleInit();
    expect(await shown(logo)).toEqual([200, 'image/png']);
    let found: unknown;
    const before = async (place: DataSource) => {
      await migrate(place);
      [found] = await place.query(`SELECT to_regclass('picture') IS NOT NULL AS made`);
    };
    await (await startTestApp({ ...organisationsHouse, before })).close();
    expect(found).toEqual({ made: false });
  });
});
