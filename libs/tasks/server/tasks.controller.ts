import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, Page } from '@plenary/ground/kernel';
import { Answers, CurrentActor, IdPipe, Needs, PageOf } from '@plenary/ground/server';
import { taskPermissions } from '@plenary/tasks/domain';
import { ChangingTasks } from './changing-tasks.service.js';
import { MakingTasks } from './making-tasks.service.js';
import { ResponsibleService } from './responsible.service.js';
import {
  AddTaskDto,
  BoardDto,
  BoardQuery,
  ChangeTaskDto,
  ListTasksDto,
  MoveTaskDto,
  PutStepDto,
  ResponsibleDto,
  TaskDetailDto,
  TaskDto,
} from './tasks.dto.js';
import { TasksService } from './tasks.service.js';

const { coalition, group, list } = taskPermissions;
const reading = [coalition.read, group.read];
const adding = [coalition.add, group.add];
const leading = [coalition.lead, group.lead];

@ApiTags('tasks')
@Controller()
export class TasksController {
  constructor(
    private readonly tasks: TasksService,
    private readonly making: MakingTasks,
    private readonly changing: ChangingTasks,
    private readonly responsible: ResponsibleService,
  ) {}

  @Get('tasks')
  @Needs('signed-in', list)
  @Answers(PageOf(TaskDto))
  list(@CurrentActor() actor: Actor, @Query() query: ListTasksDto): Promise<Page<TaskDto>> {
    return this.tasks.list(actor, query);
  }

  @Get('task-board')
  @Needs('signed-in', ...reading)
  @Answers(BoardDto)
  board(@CurrentActor() actor: Actor, @Query() { groupId }: BoardQuery): Promise<BoardDto> {
    return this.tasks.board(actor, { groupId: groupId ?? null });
  }

  @Post('tasks')
  @Needs('write', ...adding)
  @Answers(TaskDetailDto, 201)
  add(@CurrentActor() actor: Actor, @Body() dto: AddTaskDto): Promise<TaskDetailDto> {
    return this.making.add(actor, dto);
  }

  @Get('tasks/:id')
  @Needs('signed-in', ...reading)
  @Answers(TaskDetailDto)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<TaskDetailDto> {
    return this.tasks.get(actor, id);
  }

  @Patch('tasks/:id')
  @Needs('write', ...leading)
  @Answers(TaskDetailDto)
  change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: ChangeTaskDto,
  ): Promise<TaskDetailDto> {
    return this.changing.change(actor, id, dto);
  }

  @Put('tasks/:id/place')
  @Needs('write', ...leading)
  @Answers(TaskDetailDto)
  move(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: MoveTaskDto,
  ): Promise<TaskDetailDto> {
    return this.changing.move(actor, id, dto);
  }

  @Put('tasks/:id/responsible')
  @Needs('write', ...leading)
  @Answers(TaskDetailDto)
  assign(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: ResponsibleDto,
  ): Promise<TaskDetailDto> {
    return this.responsible.assign(actor, id, dto);
  }

  @Post('tasks/:id/take')
  @HttpCode(200)
  @Needs('write', ...reading)
  @Answers(TaskDetailDto)
  take(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<TaskDetailDto> {
    return this.responsible.take(actor, id);
  }

  @Post('tasks/:id/give-back')
  @Needs('write', list)
  @HttpCode(204)
  @ApiNoContentResponse()
  giveBack(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.responsible.giveBack(actor, id);
  }

  @Put('tasks/:id/steps/:stepId')
  @Needs('write', ...leading)
  @Answers(TaskDetailDto)
  putStep(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('stepId', IdPipe) stepId: string,
    @Body() dto: PutStepDto,
  ): Promise<TaskDetailDto> {
    return this.changing.putStep(actor, id, stepId, dto);
  }

  @Delete('tasks/:id/steps/:stepId')
  @Needs('write', ...leading)
  @Answers(TaskDetailDto)
  removeStep(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('stepId', IdPipe) stepId: string,
  ): Promise<TaskDetailDto> {
    return this.changing.removeStep(actor, id, stepId);
  }

  @Delete('tasks/:id')
  @Needs('write', ...leading)
  @HttpCode(204)
  @ApiNoContentResponse()
  delete(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.changing.delete(actor, id);
  }

  @Post('tasks/:id/restore')
  @Needs('write', ...leading)
  @HttpCode(200)
  @Answers(TaskDetailDto)
  restore(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<TaskDetailDto> {
    return this.changing.restore(actor, id);
  }
}
