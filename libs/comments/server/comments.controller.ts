import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, Page } from '@plenary/ground/kernel';
import { Answers, CurrentActor, Needs, PageOf, PageQuery } from '@plenary/ground/server';
import { commentPermissions } from '@plenary/comments/domain';
import { AddCommentDto, CommentDto, CommentIdDto } from './comments.dto.js';
import { CommentsService } from './comments.service.js';

@ApiTags('comments')
@Controller('comments')
export class CommentsController {
  constructor(private readonly comments: CommentsService) {}

  @Get()
  @Needs('signed-in', commentPermissions.read)
  @Answers(PageOf(CommentDto))
  list(@Query() query: PageQuery): Promise<Page<CommentDto>> {
    return this.comments.list(query);
  }

  @Post()
  @Needs('write', commentPermissions.add)
  @Answers(CommentIdDto, 201)
  add(@CurrentActor() actor: Actor, @Body() dto: AddCommentDto): Promise<CommentIdDto> {
    return this.comments.add(actor, dto.name);
  }
}
