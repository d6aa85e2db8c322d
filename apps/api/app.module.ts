import { AuditModule } from '@plenary/audit/server';
import { Module, type DynamicModule } from '@nestjs/common';
import type { Clock } from '@plenary/ground/kernel';
import {
  GroundModule,
  groundEntities,
  groundMigrations,
  type AppConfig,
  type Connection,
  type EntityList,
  type MigrationList,
} from '@plenary/ground/server';
import { RightsModule } from '@plenary/rights/server';
import { RealtimeModule } from '@plenary/ground/realtime';
import { collabEntities, collabMigrations, CollabModule } from '@plenary/ground/server/collab';
import { groupsEntities, groupsMigrations, GroupsModule } from '@plenary/groups/server';
import { identityEntities, identityMigrations, IdentityModule } from '@plenary/identity/server';
import { OperationModule } from '@plenary/operation/server';
import {
  organisationsEntities,
  organisationsMigrations,
  OrganisationsModule,
} from '@plenary/organisations/server';
import { statementsEntities, statementsMigrations, StatementsModule } from '@plenary/statements/server';

/** The list of rooms, from the lowest shelf up. */
export const rooms = [
  IdentityModule,
  OrganisationsModule,
  GroupsModule,
  OperationModule,
  StatementsModule,
  AuditModule,
  RightsModule,
];

export const roomEntities: EntityList = [
  ...identityEntities,
  ...organisationsEntities,
  ...groupsEntities,
  ...statementsEntities,
];

export const roomMigrations: MigrationList = [
  ...identityMigrations,
  ...organisationsMigrations,
  ...groupsMigrations,
  ...statementsMigrations,
];

const entities: EntityList = [...groundEntities, ...collabEntities, ...roomEntities];
/** The shape of everything that is kept, from the ground up. */
export const houseMigrations: MigrationList = [...groundMigrations, ...collabMigrations, ...roomMigrations];

/** The whole house: the ground and the rooms on it. */
@Module({})
export class AppModule {
  static forInstallation(config: AppConfig, connection: Connection, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        GroundModule.forInstallation({
          ...{ config, connection, entities, migrations: houseMigrations },
          ...(clock ? { clock } : {}),
        }),
        RealtimeModule,
        CollabModule,
        ...rooms,
      ],
    };
  }
}
