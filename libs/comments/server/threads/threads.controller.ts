import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, List, Page } from '@plenary/ground/kernel';
import { Answers, CurrentActor, IdPipe, ListOf, Needs, PageOf } from '@plenary/ground/server';
import { statementPermissions } from '@plenary/statements/domain';
import { commentPermissions } from '@plenary/comments/domain';
import { BeginningThreads } from './beginning-threads.service.js';
import { MentionableService } from './mentionable.service.js';
import { ReadMarksService } from './read-marks.service.js';
import { ThreadsService } from './threads.service.js';
import {
  BeginThreadDto,
  FindMentionableDto,
  ListThreadsDto,
  MarkReadDto,
  MentionableDto,
  ThreadDto,
  ThreadPlaceDto,
} from './threads.dto.js';

const reading = [statementPermissions.coalition.read, statementPermissions.group.read];
const commenting = [statementPermissions.coalition.comment, statementPermissions.group.comment];
const entering = [commentPermissions.enterFor.coalition, commentPermissions.enterFor.group];

/** The threads of a statement. */
@ApiTags('comments')
@Controller('statements/:id')
export class ThreadsController {
  constructor(
    private readonly threads: ThreadsService,
    private readonly beginning: BeginningThreads,
    private readonly marks: ReadMarksService,
    private readonly mentionable: MentionableService,
  ) {}

  @Get('threads')
  @Needs('signed-in', ...reading)
  @Answers(PageOf(ThreadDto))
  list(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: ListThreadsDto,
  ): Promise<Page<ThreadDto>> {
    return this.threads.list(actor, id, query);
  }

  @Post('threads')
  @Needs('write', ...commenting, ...entering)
  @Answers(ThreadDto, 201)
  begin(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: BeginThreadDto,
  ): Promise<ThreadDto> {
    return this.beginning.begin(actor, id, body);
  }

  @Get('threads/places')
  @Needs('signed-in', ...reading)
  @Answers(ListOf(ThreadPlaceDto))
  places(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<List<ThreadPlaceDto>> {
    return this.threads.places(actor, id);
  }

  @Put('threads/read')
  @Needs('write', ...reading)
  @HttpCode(204)
  @ApiNoContentResponse()
  markRead(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: MarkReadDto,
  ): Promise<void> {
    return this.marks.mark(actor, id, body.read);
  }

  @Get('mentionable')
  @Needs('signed-in', ...reading)
  @Answers(ListOf(MentionableDto))
  findMentionable(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() { query }: FindMentionableDto,
  ): Promise<List<MentionableDto>> {
    return this.mentionable.find(actor, id, query ?? '');
  }
}
