import { Module } from '@nestjs/common';
import { GroupsModule } from '@plenary/groups/server';
import { IdentityModule } from '@plenary/identity/server';
import { OrganisationsModule } from '@plenary/organisations/server';
import { StatementsModule } from '@plenary/statements/server';
import { ActivityController } from './activity.controller.js';
import { ActivityRepository } from './activity.repository.js';
import { ActivityNews } from './activity-news.js';
import { ActivityService } from './activity.service.js';

@Module({
  imports: [IdentityModule, OrganisationsModule, GroupsModule, StatementsModule],
  controllers: [ActivityController],
  providers: [ActivityRepository, ActivityNews, ActivityService],
})
export class AuditModule {}
