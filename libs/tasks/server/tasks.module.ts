import { Module } from '@nestjs/common';
import { CommentsModule } from '@plenary/comments/server';
import { GroupsModule } from '@plenary/groups/server';
import { IdentityModule } from '@plenary/identity/server';
import { OrganisationsModule } from '@plenary/organisations/server';
import { StatementsModule } from '@plenary/statements/server';
import { AboutService } from './about.service.js';
import { ChangingTasks } from './changing-tasks.service.js';
import { DeletedTasks } from './deleted-tasks.js';
import { MakingTasks } from './making-tasks.service.js';
import { ResponsibleService } from './responsible.service.js';
import { StatementTasksController } from './statement-tasks.controller.js';
import { TaskDoor } from './task-door.js';
import { TaskErasures } from './task-erasures.js';
import { TaskRecords } from './task-records.js';
import { TasksController } from './tasks.controller.js';
import { TasksPresenter } from './tasks.presenter.js';
import { TasksRepository } from './tasks.repository.js';
import { TasksService } from './tasks.service.js';
import { TaskSubjects } from './task-subjects.js';

@Module({
  imports: [IdentityModule, OrganisationsModule, GroupsModule, StatementsModule, CommentsModule],
  controllers: [TasksController, StatementTasksController],
  providers: [
    AboutService,
    ChangingTasks,
    MakingTasks,
    ResponsibleService,
    DeletedTasks,
    TaskDoor,
    TaskErasures,
    TaskRecords,
    TaskSubjects,
    TasksPresenter,
    TasksRepository,
    TasksService,
  ],
  exports: [MakingTasks],
})
export class TasksModule {}
