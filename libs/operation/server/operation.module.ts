import { Module } from '@nestjs/common';
import { OrganisationsModule } from '@plenary/organisations/server';
import { CoordinatorsOnly } from './coordinators-only.js';
import { FailedWorkController } from './failed-work.controller.js';
import { FailedWorkService } from './failed-work.service.js';
import { MailboxController } from './mailbox.controller.js';
import { MailboxService } from './mailbox.service.js';
import { OperationController } from './operation.controller.js';
import { OperationService } from './operation.service.js';

@Module({
  imports: [OrganisationsModule],
  controllers: [FailedWorkController, OperationController, MailboxController],
  providers: [CoordinatorsOnly, FailedWorkService, OperationService, MailboxService],
})
export class OperationModule {}
