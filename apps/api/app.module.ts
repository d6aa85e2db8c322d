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
import { RealtimeModule } from '@plenary/ground/realtime';
import { collabEntities, collabMigrations, CollabModule } from '@plenary/ground/server/collab';
import { roomEntities, roomMigrations, rooms } from './rooms.js';

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
