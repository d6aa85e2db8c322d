import { Module, type DynamicModule } from '@nestjs/common';
import {
  GroundModule,
  groundEntities,
  groundMigrations,
  type AppConfig,
  type Connection,
  type EntityList,
  type MigrationList,
} from '@plenary/ground/server';
import { RealtimeModule } from '@plenary/ground/realtime';
import { collabEntities, collabMigrations, CollabModule } from '@plenary/ground/server/collab';
import { groupsEntities, groupsMigrations, GroupsModule } from '@plenary/groups/server';
import { identityEntities, identityMigrations, IdentityModule } from '@plenary/identity/server';
import {
  organisationsEntities,
  organisationsMigrations,
  OrganisationsModule,
} from '@plenary/organisations/server';
import { statementsEntities, statementsMigrations, StatementsModule } from '@plenary/statements/server';

export const entities: EntityList = [
  ...groundEntities,
  ...collabEntities,
  ...identityEntities,
  ...organisationsEntities,
  ...groupsEntities,
  ...statementsEntities,
];

export const migrations: MigrationList = [
  ...groundMigrations,
  ...collabMigrations,
  ...identityMigrations,
  ...organisationsMigrations,
  ...groupsMigrations,
  ...statementsMigrations,
];

/** The list of rooms. */
@Module({})
export class AppModule {
  static forInstallation(config: AppConfig, connection: Connection, schema?: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        GroundModule.forInstallation({ config, connection, entities, migrations, schema }),
        RealtimeModule,
        CollabModule,
        IdentityModule,
        OrganisationsModule,
        GroupsModule,
        StatementsModule,
      ],
    };
  }
}
