import { Module } from '@nestjs/common';
import { GroupsModule } from '@plenary/groups/server';
import { OrganisationsModule } from '@plenary/organisations/server';
import { StatementsModule } from '@plenary/statements/server';
import { RightsController } from './rights.controller.js';
import { RightsService } from './rights.service.js';

@Module({
  imports: [OrganisationsModule, GroupsModule, StatementsModule],
  controllers: [RightsController],
  providers: [RightsService],
})
export class RightsModule {}
