import { Module } from '@nestjs/common';
import { IdentityModule } from '@plenary/identity/server';
import { OrganisationsModule } from '@plenary/organisations/server';
import { ImpersonationRecords } from './impersonation-records.js';
import { ImpersonationController } from './impersonation.controller.js';
import { ImpersonationService } from './impersonation.service.js';

@Module({
  imports: [IdentityModule, OrganisationsModule],
  controllers: [ImpersonationController],
  providers: [ImpersonationService, ImpersonationRecords],
})
export class ImpersonationModule {}
