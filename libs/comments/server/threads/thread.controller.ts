import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { Answers, CurrentActor, IdPipe, Needs } from '@plenary/ground/server';
import { statementPermissions } from '@plenary/statements/domain';
import { commentPermissions } from '@plenary/comments/domain';
import { AddCommentDto, CommentDto } from './comments.dto.js';
import { CommentingService } from './commenting.service.js';
import { ResolvingThreads } from './resolving-threads.service.js';
import { ThreadsService } from './threads.service.js';
import { ResolveThreadDto, ThreadDto } from './threads.dto.js';

const reading = [statementPermissions.coalition.read, statementPermissions.group.read];
const commenting = [statementPermissions.coalition.comment, statementPermissions.group.comment];
const editing = [statementPermissions.coalition.edit, statementPermissions.group.edit];
const entering = [commentPermissions.enterFor.coalition, commentPermissions.enterFor.group];

/** One thread. */
@ApiTags('comments')
@Controller('threads/:id')
export class ThreadController {
  constructor(
    private readonly threads: ThreadsService,
    private readonly commenting: CommentingService,
    private readonly resolving: ResolvingThreads,
  ) {}

  @Get()
  @Needs('signed-in', ...reading)
  @Answers(ThreadDto)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ThreadDto> {
    return this.threads.get(actor, id);
  }

  @Post('comments')
  @Needs('write', ...commenting, ...entering)
  @Answers(CommentDto, 201)
  reply(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: AddCommentDto,
  ): Promise<CommentDto> {
    return this.commenting.add(actor, id, body);
  }

  /** COM-7: those who edit the text, and whoever began the thread. */
  @Put('outcome')
  @Needs('write', ...editing, ...commenting)
  @Answers(ThreadDto)
  resolve(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: ResolveThreadDto,
  ): Promise<ThreadDto> {
    return this.resolving.resolve(actor, id, body);
  }

  @Delete('outcome')
  @Needs('write', ...editing, ...commenting)
  @Answers(ThreadDto)
  reopen(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ThreadDto> {
    return this.resolving.reopen(actor, id);
  }
}
