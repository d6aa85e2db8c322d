import { Module } from '@nestjs/common';
import { OrganisationsModule } from '@plenary/organisations/server';
import { MailboxController } from './mailbox.controller.js';
import { MailboxService } from './mailbox.service.js';
import { OperationController } from './operation.controller.js';
import { OperationService } from './operation.service.js';

@Module({
  imports: [OrganisationsModule],
  controllers: [OperationController, MailboxController],
  providers: [OperationService, MailboxService],
})
export class OperationModule {}
