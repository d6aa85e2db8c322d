import { Body, Controller, Delete, HttpCode, Param, Patch, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { Answers, CurrentActor, IdPipe, Needs } from '@plenary/ground/server';
import { statementPermissions } from '@plenary/statements/domain';
import { CommentDto, EditCommentDto, TranslateCommentDto } from './comments.dto.js';
import { CommentingService } from './commenting.service.js';
import { LanguagePipe } from './language.pipe.js';
import { TranslatingComments } from './translating-comments.service.js';

const reading = [statementPermissions.coalition.read, statementPermissions.group.read];
const commenting = [statementPermissions.coalition.comment, statementPermissions.group.comment];
const managing = [statementPermissions.coalition.manage, statementPermissions.group.manage];

/** One comment. */
@ApiTags('comments')
@Controller('comments/:id')
export class CommentsController {
  constructor(
    private readonly commenting: CommentingService,
    private readonly translating: TranslatingComments,
  ) {}

  @Patch()
  @Needs('write', ...commenting)
  @Answers(CommentDto)
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: EditCommentDto,
  ): Promise<CommentDto> {
    return this.commenting.edit(actor, id, body);
  }

  /** COM-5: one's own, also for who may only read by now; others' for those who manage the text. */
  @Delete()
  @Needs('write', ...reading, ...managing)
  @HttpCode(204)
  @ApiNoContentResponse()
  delete(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.commenting.delete(actor, id);
  }

  @Put('translations/:language')
  @Needs('write', ...commenting)
  @Answers(CommentDto)
  translate(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('language', LanguagePipe) language: string,
    @Body() body: TranslateCommentDto,
  ): Promise<CommentDto> {
    return this.translating.translate(actor, id, language, body.text);
  }

  @Delete('translations/:language')
  @Needs('write', ...commenting)
  @Answers(CommentDto)
  withdrawTranslation(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('language', LanguagePipe) language: string,
  ): Promise<CommentDto> {
    return this.translating.withdraw(actor, id, language);
  }
}
