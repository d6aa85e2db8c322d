import { Module } from '@nestjs/common';
import { IdentityModule } from '@plenary/identity/server';
import { OrganisationsModule } from '@plenary/organisations/server';
import { LookRecords } from './look-records.js';
import { LooksController } from './looks.controller.js';
import { LooksService } from './looks.service.js';

@Module({
  imports: [IdentityModule, OrganisationsModule],
  controllers: [LooksController],
  providers: [LooksService, LookRecords],
})
export class LooksModule {}
