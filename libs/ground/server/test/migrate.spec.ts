import { randomBytes } from 'node:crypto';
import { testConnection } from '@plenary/ground/testing';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { dataSourceOptions, migrate, type MigrationList } from '../index.js';

const schema = `m_${randomBytes(8).toString('hex')}`;
let interrupted = true;

class First1763900000001 implements MigrationInterface {
  name = 'First1763900000001';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE one (id integer)');
  }
  down(): Promise<void> {
    return Promise.reject(new Error('forward only'));
  }
}

class Second1763900000002 implements MigrationInterface {
  name = 'Second1763900000002';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE two (id integer)');
    if (interrupted) throw new Error('the power went');
    await runner.query('CREATE TABLE three (id integer)');
  }
  down(): Promise<void> {
    return Promise.reject(new Error('forward only'));
  }
}

describe('migrations', () => {
  const opened: DataSource[] = [];
  async function open(migrations: MigrationList): Promise<DataSource> {
    const source = new DataSource(
      dataSourceOptions(testConnection(), { entities: [], migrations }, 3, schema),
    );
    opened.push(await source.initialize());
    return source;
  }
  /** What the library that carries jobs makes for itself. */
  const ofTheQueue = /^(_private_.*|jobs|migrations)$/;
  const tables = async (source: DataSource): Promise<string[]> => {
    const rows: { name: string }[] = await source.query(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = $1 ORDER BY 1',
      [schema],
    );
    return rows.map(({ name }) => name).filter((name) => !ofTheQueue.test(name));
  };

  beforeAll(async () => {
    const source = await open([]);
    await source.query(`CREATE SCHEMA ${schema}`);
  });
  afterAll(async () => {
    await opened[0]!.query(`DROP SCHEMA ${schema} CASCADE`);
    await Promise.all(opened.map((each) => each.destroy()));
  });

  it('one that breaks half-way leaves nothing of itself, and the next start finishes', async () => {
    const source = await open([First1763900000001, Second1763900000002]);
    await expect(migrate(source)).rejects.toThrow('the power went');
    expect(await tables(source)).toEqual(['migration', 'one']);
    interrupted = false;
    expect(await migrate(source)).toEqual({ applied: 1 });
    expect(await tables(source)).toEqual(['migration', 'one', 'three', 'two']);
    expect(await migrate(source)).toEqual({ applied: 0 });
  });

  it('several processes that start at once migrate once', async () => {
    await opened[0]!.query(`DROP SCHEMA ${schema} CASCADE`);
    await opened[0]!.query(`CREATE SCHEMA ${schema}`);
    const sources = await Promise.all([1, 2, 3].map(() => open([First1763900000001, Second1763900000002])));
    const done = await Promise.all(sources.map(migrate));
    expect(done.map(({ applied }) => applied).sort()).toEqual([0, 0, 2]);
  });

  it('a database of a newer Plenary is refused, untouched, with a sentence', async () => {
    const older = await open([First1763900000001]);
    const before = await tables(older);
    await expect(migrate(older)).rejects.toThrow(/newer Plenary \(it knows Second1763900000002\)/);
    expect(await tables(older)).toEqual(before);
  });
});
