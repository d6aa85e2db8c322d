import { Module } from '@nestjs/common';
import { CommentsModule } from '@plenary/comments/server';
import { IdentityModule } from '@plenary/identity/server';
import { OrganisationsModule } from '@plenary/organisations/server';
import { StatementsModule } from '@plenary/statements/server';
import { ExportController } from './export.controller.js';
import { ExportService } from './export.service.js';
import { FromFileController } from './from-file.controller.js';
import { Marking } from './marking.service.js';
import { Beginning } from './returned/beginning.service.js';
import { BringingBack } from './returned/bringing-back.service.js';
import { KeepingReturned } from './returned/keeping-returned.service.js';
import { ReturnErasures } from './returned/return-erasures.js';
import { ReturnPlans } from './returned/return-plans.service.js';
import { ReturnedFiles } from './returned/returned-files.service.js';
import { ReturnedFileController, StatementReturnsController } from './returned/returned.controller.js';
import { ReturnedRepository } from './returned/returned.repository.js';

@Module({
  imports: [IdentityModule, OrganisationsModule, StatementsModule, CommentsModule],
  controllers: [ExportController, FromFileController, StatementReturnsController, ReturnedFileController],
  providers: [
    Beginning,
    BringingBack,
    ExportService,
    KeepingReturned,
    Marking,
    ReturnedFiles,
    ReturnedRepository,
    ReturnErasures,
    ReturnPlans,
  ],
})
export class ExchangeModule {}
