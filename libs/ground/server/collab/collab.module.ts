import { Global, Module } from '@nestjs/common';
import type { EntityList, MigrationList } from '@plenary/ground/server';
import { CarryOver } from './carry-over.js';
import { CollabGateway } from './collab.gateway.js';
import { CollabService } from './collab.service.js';
import { DocumentKinds } from './document-kinds.js';
import { CollabClientEntity } from './entities/collab-client.entity.js';
import { CollabDocumentEntity } from './entities/collab-document.entity.js';
import { CollabProjectionEntity } from './entities/collab-projection.entity.js';
import { CollabSnapshotEntity } from './entities/collab-snapshot.entity.js';
import { CollabUpdateEntity } from './entities/collab-update.entity.js';
import { Collab1763900050000 } from './migrations/1763900050000-collab.js';
import { ModelsOfTexts1764100900000 } from './migrations/1764100900000-models-of-texts.js';
import { Projections1764202010000 } from './migrations/1764202010000-projections.js';
import { PostgresDocStore } from './postgres-doc-store.js';
import { ProjectionStore } from './projection-store.js';
import { Projections } from './projections.js';
import { TextErasing } from './text-erasing.js';
import { TextHistory } from './text-history.js';

export const collabEntities: EntityList = [
  CollabDocumentEntity,
  CollabUpdateEntity,
  CollabSnapshotEntity,
  CollabClientEntity,
  CollabProjectionEntity,
];
export const collabMigrations: MigrationList = [
  Collab1763900050000,
  ModelsOfTexts1764100900000,
  Projections1764202010000,
];

/** The text road: gateway, engine, store. */
@Global()
@Module({
  providers: [
    CarryOver,
    PostgresDocStore,
    DocumentKinds,
    CollabService,
    CollabGateway,
    ProjectionStore,
    Projections,
    TextErasing,
    TextHistory,
  ],
  exports: [CollabService, DocumentKinds, Projections, ProjectionStore, TextErasing, TextHistory],
})
export class CollabModule {}
