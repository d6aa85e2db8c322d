import { Module } from '@nestjs/common';
import { OrganisationsModule } from '@plenary/organisations/server';
import { ActivityController } from './activity.controller.js';
import { ActivityRepository } from './activity.repository.js';
import { ActivityNews } from './activity-news.js';
import { ActivityService } from './activity.service.js';

@Module({
  imports: [OrganisationsModule],
  controllers: [ActivityController],
  providers: [ActivityRepository, ActivityNews, ActivityService],
})
export class AuditModule {}
