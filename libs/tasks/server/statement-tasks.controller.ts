import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, List } from '@plenary/ground/kernel';
import { Answers, CurrentActor, IdPipe, ListOf, Needs } from '@plenary/ground/server';
import { statementPermissions } from '@plenary/statements/domain';
import { TaskDto } from './tasks.dto.js';
import { TasksService } from './tasks.service.js';

/** Tasks beside a statement. */
@ApiTags('tasks')
@Controller('statements/:id/tasks')
export class StatementTasksController {
  constructor(private readonly tasks: TasksService) {}

  @Get()
  @Needs('signed-in', statementPermissions.coalition.read, statementPermissions.group.read)
  @Answers(ListOf(TaskDto))
  list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<List<TaskDto>> {
    return this.tasks.aboutStatement(actor, id);
  }
}
