// Written by `npm run map` from rooms.mjs.
import type { EntityList, MigrationList } from '@plenary/ground/server';
import { identityEntities, identityMigrations, IdentityModule } from '@plenary/identity/server';
import {
  organisationsEntities,
  organisationsMigrations,
  OrganisationsModule,
} from '@plenary/organisations/server';
import { arrivalsEntities, arrivalsMigrations, ArrivalsModule } from '@plenary/arrivals/server';
import { groupsEntities, groupsMigrations, GroupsModule } from '@plenary/groups/server';
import {
  impersonationEntities,
  impersonationMigrations,
  ImpersonationModule,
} from '@plenary/impersonation/server';
import { operationEntities, operationMigrations, OperationModule } from '@plenary/operation/server';
import { statementsEntities, statementsMigrations, StatementsModule } from '@plenary/statements/server';
import { commentsEntities, commentsMigrations, CommentsModule } from '@plenary/comments/server';
import { exchangeEntities, exchangeMigrations, ExchangeModule } from '@plenary/exchange/server';
import { tasksEntities, tasksMigrations, TasksModule } from '@plenary/tasks/server';
import { auditEntities, auditMigrations, AuditModule } from '@plenary/audit/server';
import { rightsEntities, rightsMigrations, RightsModule } from '@plenary/rights/server';

/** From the lowest shelf up. */
export const rooms = [
  IdentityModule,
  OrganisationsModule,
  ArrivalsModule,
  GroupsModule,
  ImpersonationModule,
  OperationModule,
  StatementsModule,
  CommentsModule,
  ExchangeModule,
  TasksModule,
  AuditModule,
  RightsModule,
];

export const roomEntities: EntityList = [
  ...identityEntities,
  ...organisationsEntities,
  ...arrivalsEntities,
  ...groupsEntities,
  ...impersonationEntities,
  ...operationEntities,
  ...statementsEntities,
  ...commentsEntities,
  ...exchangeEntities,
  ...tasksEntities,
  ...auditEntities,
  ...rightsEntities,
];

export const roomMigrations: MigrationList = [
  ...identityMigrations,
  ...organisationsMigrations,
  ...arrivalsMigrations,
  ...groupsMigrations,
  ...impersonationMigrations,
  ...operationMigrations,
  ...statementsMigrations,
  ...commentsMigrations,
  ...exchangeMigrations,
  ...tasksMigrations,
  ...auditMigrations,
  ...rightsMigrations,
];
