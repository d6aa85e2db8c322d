import { DataSource, type MigrationInterface } from 'typeorm';
import { newId } from '@plenary/ground/kernel';
import { usualConstituencies, type Term } from '@plenary/organisations/domain';
import { dataSourceOptions } from '@plenary/ground/server';
import { startTestApp, testConnection, until, type TestApp } from '@plenary/ground/testing';
import { houseMigrations } from '../app.module.js';
import { roomEntities, roomMigrations, rooms } from '../rooms.js';

/** The first migration of the Plenary that has jobs; what came before is what an installation of before holds. */
const firstOfJobs = 1_764_201_000_000;
const stampOf = (migration: new () => MigrationInterface) => Number(migration.name.slice(-13));
const migrationsBefore = houseMigrations.filter((each) => stampOf(each) < firstOfJobs);

const day = 86_400_000;
const [person, organisation] = [newId(), newId()];
const [over, running, endless] = [newId(), newId(), newId()];
const [waiting, givenUp] = [newId(), newId()];

/** By name, with the key of its theme. */
type Group = readonly [name: string, theme: string | null];
const madeOnScreen: Group = ['Detention', null];

/** Rows as the Plenary before wrote them. */
async function writeAsBefore(place: DataSource, groups: readonly Group[]): Promise<void> {
  const [{ schema }] = await place.query('SELECT current_schema() AS schema');
  const old = new DataSource(
    dataSourceOptions(testConnection(), { entities: [], migrations: migrationsBefore }, 2, schema),
  );
  await old.initialize();
  try {
    await old.runMigrations({ transaction: 'each' });
    await old.query(
      `INSERT INTO person (id, email, display_name, sort_name, language, created_at)
       VALUES ($1, 'lin@people.example', 'Lin', 'lin', 'en', now())`,
      [person],
    );
    await old.query(
      `INSERT INTO organisation (id, name, sort_name, country, region, constituency, languages, description, state,
                                 listing, created_at)
       VALUES ($1, 'Sea Bridge', 'sea bridge', 'KE', 'africa', 'women', '{en}', '{}', 'active', 'listed', now())`,
      [organisation],
    );
    await old.query(
      `INSERT INTO coalition (id, name, languages, is_demo, regions, created_at)
       VALUES ($1, 'Harbours', '{en}', false, '{europe,asia}', now())`,
      [newId()],
    );
    for (const [name, theme] of groups) {
      await old.query(
        `INSERT INTO working_group (id, name, theme, description, access, created_at)
         VALUES (gen_random_uuid(), $1, $2, '', 'open', now())`,
        [name, theme],
      );
    }
    for (const [id, days] of [
      [over, -1],
      [running, 3],
      [endless, null],
    ] as const) {
      await old.query(
        `INSERT INTO mandate (id, organisation_id, person_id, kind, alternate, from_at, until_at)
         VALUES ($1, $2, $3, 'vote', false, now() - interval '9 days', now() + make_interval(days => $4))`,
        [id, organisation, person, days],
      );
    }
    await old.query(
      `INSERT INTO device_recovery (person_id, begun_by, begun_at) VALUES ($1, gen_random_uuid(), now() - interval '1 day')`,
      [person],
    );
    for (const [id, attempts] of [
      [waiting, 2],
      [givenUp, 48],
    ] as const) {
      await old.query(
        `INSERT INTO mail (id, to_address, language, subject, text, html, attempts, created_at, due_at)
         VALUES ($1, 'lin@people.example', 'en', 'Hello', 'Hello', 'Hello', $2, now(), now())`,
        [id, attempts],
      );
    }
  } finally {
    await old.destroy();
  }
}

const whole = { imports: rooms, entities: roomEntities, migrations: roomMigrations };
const themesOf = async ({ database }: TestApp): Promise<readonly Term[]> =>
  (await database.query('SELECT themes FROM coalition'))[0].themes;

describe('data of a Plenary that had no jobs', () => {
  let house: TestApp;
  beforeAll(async () => {
    const settings = {
      ...{ SMTP_URL: 'smtp://127.0.0.1:1', PUBLIC_URL: 'https://plenary.example.org' },
      MAIL_FROM: 'plenary@example.org',
    };
    const before = (place: DataSource) =>
      writeAsBefore(place, [['Women in migration', 'women-in-migration'], madeOnScreen]);
    house = await startTestApp({ ...whole, settings, before });
  });
  afterAll(() => house.close());

  const keys = async (like: string): Promise<string[]> =>
    (await house.database.query('SELECT key FROM jobs WHERE key LIKE $1 ORDER BY key', [like])).map(
      ({ key }: { key: string }) => key,
    );
  const ended = async (): Promise<string[]> =>
    (
      await house.database.query(
        `SELECT payload ->> 'mandateId' AS id FROM event_log WHERE name = 'organisation.mandate-ended'`,
      )
    ).map(({ id }: { id: string }) => id);

  it('gets a job for what ends or waits, and none for what is over', async () => {
    expect(await keys('mandate %')).toEqual([`mandate ${running}`]);
    expect(await keys('device-recovery %')).toEqual([`device-recovery ${person}`]);
    expect(await keys('mail %')).toEqual([`mail ${waiting}`]);
    const [message] = await house.database.query('SELECT refused_at, text FROM mail WHERE id = $1', [
      givenUp,
    ]);
    expect(message).toEqual({ refused_at: expect.any(Date), text: null });
  });

  it('ORG-29 keeps the regions that it used or had, all constituencies where it had named none', async () => {
    const [{ regions, constituencies }] = await house.database.query(
      'SELECT regions, constituencies FROM coalition',
    );
    const keysOf = (terms: { key: string }[]) => terms.map(({ key }) => key);
    expect(keysOf(regions)).toEqual(['africa', 'asia', 'europe']);
    expect(regions[0].names).toMatchObject({ en: 'Africa', fr: 'Afrique' });
    expect(keysOf(constituencies)).toEqual(keysOf([...usualConstituencies]));
  });

  it('ORG-29 has the six themes of the Forum as its own, since a group has one, which keeps it', async () => {
    const themes = await themesOf(house);
    expect(themes).toHaveLength(6);
    expect(themes[0]).toEqual({
      key: 'women-in-migration',
      names: {
        ...{ en: 'Women in migration', es: 'Mujeres en la migración' },
        ...{ fr: 'Les femmes dans la migration', ar: 'النساء في الهجرة' },
      },
    });
    for (const { names } of themes) expect(Object.keys(names).sort()).toEqual(['ar', 'en', 'es', 'fr']);
    expect(await house.database.query('SELECT name, theme FROM working_group ORDER BY name')).toEqual([
      { name: 'Detention', theme: null },
      { name: 'Women in migration', theme: 'women-in-migration' },
    ]);
  });

  it('and they are done when their time comes', async () => {
    house.clock.forward(3 * day);
    await until(async () => (await ended()).length > 0, 'the end of the mandate');
    expect(await ended()).toEqual([running]);
    house.clock.forward(3 * day);
    const recoveries = () => house.database.query('SELECT 1 FROM device_recovery');
    await until(async () => (await recoveries()).length === 0, 'the lapse of the recovery');
  });
});

describe('data of a Plenary whose groups had no themes', () => {
  it('ORG-29 has none either, until a coordinator names some', async () => {
    const house = await startTestApp({ ...whole, before: (place) => writeAsBefore(place, [madeOnScreen]) });
    expect(await themesOf(house)).toEqual([]);
    await house.close();
  });
});
