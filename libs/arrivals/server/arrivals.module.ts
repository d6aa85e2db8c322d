import { Module } from '@nestjs/common';
import { IdentityModule } from '@plenary/identity/server';
import { OrganisationsModule } from '@plenary/organisations/server';
import { ApplicationNotices } from './applications/application-notices.js';
import { ApplicationsController } from './applications/applications.controller.js';
import { ApplicationsService } from './applications/applications.service.js';
import { ArrivalDoors } from './arrival-doors.js';
import { ArrivalRecords } from './arrival-records.js';
import { ForgottenAddresses } from './forgotten-addresses.js';
import { InvitationsController } from './invitations/invitations.controller.js';
import { InvitationsRepository } from './invitations/invitations.repository.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { JoiningService } from './invitations/joining.service.js';
import { MergedInvitations } from './invitations/merged-invitations.js';
import { ExportController } from './lists/export.controller.js';
import { ExportService } from './lists/export.service.js';
import { ImportPlans } from './lists/import-plan.js';
import { ImportPreviewService } from './lists/import-preview.service.js';
import { ImportController } from './lists/import.controller.js';
import { ImportService } from './lists/import.service.js';
import { UndoImportService } from './lists/undo-import.service.js';

@Module({
  imports: [IdentityModule, OrganisationsModule],
  controllers: [InvitationsController, ApplicationsController, ImportController, ExportController],
  providers: [
    InvitationsRepository,
    InvitationsService,
    JoiningService,
    MergedInvitations,
    ApplicationsService,
    ApplicationNotices,
    ImportPlans,
    ImportPreviewService,
    ImportService,
    UndoImportService,
    ExportService,
    ArrivalDoors,
    ArrivalRecords,
    ForgottenAddresses,
  ],
})
export class ArrivalsModule {}
