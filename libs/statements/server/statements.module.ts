import { Module } from '@nestjs/common';
import { GroupsModule } from '@plenary/groups/server';
import { IdentityModule } from '@plenary/identity/server';
import { OrganisationsModule } from '@plenary/organisations/server';
import { HistoryController } from './history/history.controller.js';
import { ErasedGaps } from './history/erasing/erased-gaps.js';
import { ErasedStatementsController } from './history/erasing/erased-statements.controller.js';
import { ErasingController } from './history/erasing/erasing.controller.js';
import { PassageErasures } from './history/erasing/passage-erasures.js';
import { historyProviders } from './history/index.js';
import { UnreadController } from './history/unread.controller.js';
import { VersionsService } from './history/versions.service.js';
import { GrantSubjects } from './grant-subjects.js';
import { LastChanges } from './last-changes.js';
import { ReadersService } from './readers.service.js';
import { StatementAccess } from './statement-access.js';
import { StatementDocuments } from './statement-documents.js';
import { StatementOwners } from './statement-owners.js';
import { StatementRecords } from './statement-records.js';
import { StatementRightsController } from './statement-rights.controller.js';
import { StatementRightsService } from './statement-rights.service.js';
import { StatementSubjects } from './statement-subjects.js';
import { StatementTextService } from './statement-text.service.js';
import { StatementsDoor } from './statements-door.js';
import { StatementsController } from './statements.controller.js';
import { StatementsListeners } from './statements.listeners.js';
import { StatementsRepository } from './statements.repository.js';
import { StatementsService } from './statements.service.js';
import { WordCounts } from './word-counts.js';

@Module({
  imports: [IdentityModule, OrganisationsModule, GroupsModule],
  controllers: [
    StatementsController,
    StatementRightsController,
    HistoryController,
    ErasedStatementsController,
    ErasingController,
    UnreadController,
  ],
  providers: [
    // Before the word counts: what tells lists that a text changed tells them when its steps are made, too.
    ...historyProviders,
    GrantSubjects,
    LastChanges,
    ReadersService,
    StatementAccess,
    StatementDocuments,
    StatementOwners,
    StatementRecords,
    StatementRightsService,
    StatementSubjects,
    StatementTextService,
    StatementsDoor,
    StatementsListeners,
    StatementsRepository,
    StatementsService,
    WordCounts,
  ],
  exports: [
    ErasedGaps,
    PassageErasures,
    StatementsDoor,
    StatementsService,
    StatementRightsService,
    VersionsService,
  ],
})
export class StatementsModule {}
