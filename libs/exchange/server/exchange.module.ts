import { Module } from '@nestjs/common';
import { CommentsModule } from '@plenary/comments/server';
import { OrganisationsModule } from '@plenary/organisations/server';
import { StatementsModule } from '@plenary/statements/server';
import { ExportController } from './export.controller.js';
import { ExportService } from './export.service.js';
import { FromFileController } from './from-file.controller.js';
import { Marking } from './marking.service.js';

@Module({
  imports: [OrganisationsModule, StatementsModule, CommentsModule],
  controllers: [ExportController, FromFileController],
  providers: [ExportService, Marking],
})
export class ExchangeModule {}
