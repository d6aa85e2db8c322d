import { Module } from '@nestjs/common';
import { IdentityModule } from '@plenary/identity/server';
import { OrganisationsModule } from '@plenary/organisations/server';
import { GroupDoors } from './group-doors.js';
import { GroupNames } from './group-names.js';
import { GroupStandingService } from './group-standing.service.js';
import { GroupSubjects } from './group-subjects.js';
import { GroupsController } from './groups.controller.js';
import { GroupsRepository } from './groups.repository.js';
import { GroupRecords } from './group-records.js';
import { GroupsService } from './groups.service.js';
import { ManagingGroupsService } from './managing-groups.service.js';

@Module({
  imports: [IdentityModule, OrganisationsModule],
  controllers: [GroupsController],
  providers: [
    GroupsRepository,
    GroupsService,
    ManagingGroupsService,
    GroupRecords,
    GroupDoors,
    GroupStandingService,
    GroupNames,
    GroupSubjects,
  ],
  exports: [GroupsService, GroupStandingService],
})
export class GroupsModule {}
