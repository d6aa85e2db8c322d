import { Module } from '@nestjs/common';
import { OrganisationsModule } from '@plenary/organisations/server';
import { StatementsModule } from '@plenary/statements/server';
import { ExportController } from './export.controller.js';
import { ExportService } from './export.service.js';
import { FromFileController } from './from-file.controller.js';

@Module({
  imports: [OrganisationsModule, StatementsModule],
  controllers: [ExportController, FromFileController],
  providers: [ExportService],
})
export class ExchangeModule {}
