import type { ClientConfig } from 'pg';
import type { DataSourceOptions } from 'typeorm';

/** How to reach PostgreSQL: a URL, or the parts that the embedded launcher gives. */
export type Connection =
  | { readonly url: string }
  | {
      readonly host: string;
      readonly port?: number;
      readonly user: string;
      readonly database: string;
      readonly password?: string;
    };

export type EntityList = readonly (new () => object)[];
export type MigrationList = readonly (new () => import('typeorm').MigrationInterface)[];

/** A statement that the database does not answer must not hold its caller for ever. Milliseconds. */
const slowestStatement = 30_000;
const inSchema = (schema?: string) => (schema ? { options: `-c search_path=${schema}` } : {});

/** How the queue of jobs reaches the database, by connections of its own. */
export class JobsPlace {
  readonly config: ClientConfig;

  constructor(connection: Connection, schema?: string) {
    const place = 'url' in connection ? { connectionString: connection.url } : connection;
    this.config = {
      ...{ ...place, ...inSchema(schema), statement_timeout: slowestStatement },
      connectionTimeoutMillis: 5_000,
    };
  }
}

/** TypeORM's options. `schema` keeps the tables of one test apart from another's. */
export function dataSourceOptions(
  connection: Connection,
  lists: { entities: EntityList; migrations: MigrationList },
  pool: number,
  schema?: string,
): DataSourceOptions {
  const place =
    'url' in connection
      ? { url: connection.url }
      : {
          host: connection.host,
          port: connection.port,
          username: connection.user,
          database: connection.database,
          password: connection.password,
        };
  return {
    type: 'postgres',
    ...place,
    ...(schema ? { schema } : {}),
    entities: [...lists.entities],
    migrations: [...lists.migrations],
    migrationsTableName: 'migration',
    synchronize: false,
    logging: false,
    poolSize: pool,
    connectTimeoutMS: 5_000,
    extra: {
      statement_timeout: slowestStatement,
      ...inSchema(schema),
    },
  } as DataSourceOptions;
}
