import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock, systemClock } from '@plenary/ground/kernel';
import { AppConfig } from './config/app-config.js';
import {
  dataSourceOptions,
  JobsPlace,
  type Connection,
  type EntityList,
  type MigrationList,
} from './database/connection.js';
import { Ground1763900000000 } from './database/migrations/1763900000000-ground.js';
import { Activity1764100010000 } from './database/migrations/1764100010000-activity.js';
import { ActivityByDay1764100610000 } from './database/migrations/1764100610000-activity-by-day.js';
import { OutboxLeases1764202020000 } from './database/migrations/1764202020000-outbox-leases.js';
import { LettersThatComeBack1764100720000 } from './database/migrations/1764100720000-letters-that-come-back.js';
import { Attempts1764202030000 } from './database/migrations/1764202030000-attempts.js';
import { Mail1764000000000 } from './database/migrations/1764000000000-mail.js';
import { EventListeners } from './events/event-listeners.js';
import { EventLogEntity } from './events/event-log.entity.js';
import { EventTail } from './events/event-tail.js';
import { OutboxDispatcher } from './events/outbox.dispatcher.js';
import { OutboxStore } from './events/outbox-store.js';
import { OutboxEntity } from './events/outbox.entity.js';
import { FileDoor } from './files/file-door.js';
import { fileStoreOf } from './files/store/file-place.js';
import { FileQuotas } from './files/file-quotas.js';
import { FileStore } from './files/store/file-store.js';
import { FileSweep } from './files/store/file-sweep.js';
import { FileEntity } from './files/file.entity.js';
import { FilesController } from './files/files.controller.js';
import { Files } from './files/files.js';
import { HealthController } from './health/health.controller.js';
import { AccessGuard } from './http/access.guard.js';
import { ErrorFilter } from './http/error.filter.js';
import { RateLimits } from './http/rate-limits.js';
import { shapeCheck } from './http/validation.pipe.js';
import { CommandReceiptEntity } from './unit-of-work/command-receipt.entity.js';
import { JobFigures } from './jobs/job-figures.js';
import { JobHandlers } from './jobs/job-handlers.js';
import { MarkedMethods } from './marked-methods.js';
import { JobRunner } from './jobs/job-runner.js';
import { Jobs } from './jobs/jobs.js';
import { LettersAreJobs1764205000000 } from './database/migrations/1764205000000-letters-are-jobs.js';
import { LongWork1764206000000 } from './database/migrations/1764206000000-long-work.js';
import { LongWorkController } from './long-work/long-work.controller.js';
import { LongWorkEntity } from './long-work/long-work.entity.js';
import { LongWorks } from './long-work/long-works.js';
import { Files1764207110000 } from './database/migrations/1764207110000-files.js';
import { MailSender } from './mail/mail-sender.js';
import { MailEntity } from './mail/mail.entity.js';
import { Mail } from './mail/mail.js';
import { MetricsServer } from './metrics/metrics-server.js';
import { Metrics } from './metrics/metrics.js';
import { Processes } from './processes/processes.js';
import { startProcesses } from './processes/start-processes.js';
import { Retention } from './retention/retention.js';
import { Subjects } from './subjects/subjects.js';
import { Impersonations } from './http/impersonations.js';
import { UnitOfWork } from './unit-of-work/unit-of-work.js';

export const groundEntities: EntityList = [
  EventLogEntity,
  OutboxEntity,
  CommandReceiptEntity,
  MailEntity,
  LongWorkEntity,
  FileEntity,
];
export const groundMigrations: MigrationList = [
  Ground1763900000000,
  Mail1764000000000,
  Activity1764100010000,
  ActivityByDay1764100610000,
  LettersThatComeBack1764100720000,
  OutboxLeases1764202020000,
  Attempts1764202030000,
  LettersAreJobs1764205000000,
  LongWork1764206000000,
  Files1764207110000,
];

/** What an installation is made of: its settings, its database, and what the rooms keep there. */
export interface Installation {
  readonly config: AppConfig;
  readonly connection: Connection;
  readonly entities: EntityList;
  readonly migrations: MigrationList;
  /** Where time comes from; the machine's unless said otherwise. */
  readonly clock?: Clock;
  /** A PostgreSQL schema of its own, for tests. */
  readonly schema?: string;
}

/** What every room stands on: configuration, database, unit of work, events, guards, error answers. */
@Global()
@Module({})
export class GroundModule {
  static forInstallation(installation: Installation): DynamicModule {
    const { config, connection, entities, migrations, schema, clock = systemClock } = installation;
    return {
      module: GroundModule,
      imports: [
        DiscoveryModule,
        TypeOrmModule.forRoot({
          ...dataSourceOptions(connection, { entities, migrations }, config.databasePool, schema),
          // A database that is away at start is told at once, in a sentence.
          retryAttempts: 1,
        }),
      ],
      controllers: [HealthController, LongWorkController, FilesController],
      providers: [
        { provide: AppConfig, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: Processes, useFactory: () => startProcesses(config.redisUrl) },
        MarkedMethods,
        EventListeners,
        EventTail,
        OutboxStore,
        OutboxDispatcher,
        UnitOfWork,
        RateLimits,
        Mail,
        MailSender,
        Retention,
        Subjects,
        Impersonations,
        { provide: JobsPlace, useValue: new JobsPlace(connection, schema) },
        JobFigures,
        JobHandlers,
        JobRunner,
        Jobs,
        LongWorks,
        {
          provide: FileStore,
          useFactory: (database: DataSource) => fileStoreOf(database, config.filesFolder),
          inject: [DataSource],
        },
        Files,
        FileQuotas,
        FileSweep,
        FileDoor,
        Metrics,
        MetricsServer,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useFactory: shapeCheck },
        { provide: APP_FILTER, useClass: ErrorFilter },
      ],
      exports: [
        AppConfig,
        Clock,
        UnitOfWork,
        RateLimits,
        Mail,
        Jobs,
        LongWorks,
        Files,
        FileDoor,
        FileStore,
        OutboxDispatcher,
        OutboxStore,
        Processes,
        Retention,
        Subjects,
        Impersonations,
        Metrics,
        DiscoveryModule,
      ],
    };
  }
}
