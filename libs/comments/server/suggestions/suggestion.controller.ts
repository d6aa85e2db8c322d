import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { Answers, CurrentActor, IdPipe, Needs } from '@plenary/ground/server';
import { statementPermissions } from '@plenary/statements/domain';
import { DecidingSuggestions } from './deciding-suggestions.service.js';
import { SuggestingService } from './suggesting.service.js';
import {
  AcceptSuggestionDto,
  KeepSuggestionDto,
  RejectSuggestionDto,
  SendSuggestionDto,
  SignalSuggestionDto,
  SuggestionDto,
} from './suggestions.dto.js';
import { SuggestionsService } from './suggestions.service.js';

const reading = [statementPermissions.coalition.read, statementPermissions.group.read];
const commenting = [statementPermissions.coalition.comment, statementPermissions.group.comment];
const editing = [statementPermissions.coalition.edit, statementPermissions.group.edit];

/** One suggestion. */
@ApiTags('suggestions')
@Controller('suggestions/:id')
export class SuggestionController {
  constructor(
    private readonly suggestions: SuggestionsService,
    private readonly suggesting: SuggestingService,
    private readonly deciding: DecidingSuggestions,
  ) {}

  @Get()
  @Needs('signed-in', ...reading)
  @Answers(SuggestionDto)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<SuggestionDto> {
    return this.suggestions.get(actor, id);
  }

  /** SUG-3: a draft is kept while it is written. */
  @Put('layer')
  @Needs('write', ...commenting)
  @Answers(SuggestionDto)
  keep(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { update }: KeepSuggestionDto,
  ): Promise<SuggestionDto> {
    return this.suggesting.keep(actor, id, Buffer.from(update, 'base64'));
  }

  @Post('send')
  @Needs('write', ...commenting)
  @Answers(SuggestionDto, 201)
  send(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: SendSuggestionDto,
  ): Promise<SuggestionDto> {
    return this.suggesting.send(actor, id, reason);
  }

  /** SUG-2: withdraws it; one's own, also without the right to comment any more. */
  @Delete()
  @Needs('write', ...reading)
  @HttpCode(204)
  @ApiNoContentResponse()
  withdraw(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.suggesting.withdraw(actor, id);
  }

  @Put('signal')
  @Needs('write', ...commenting)
  @Answers(SuggestionDto)
  signal(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { signal }: SignalSuggestionDto,
  ): Promise<SuggestionDto> {
    return this.suggesting.signal(actor, id, signal);
  }

  @Post('accept')
  @Needs('write', ...editing)
  @Answers(SuggestionDto, 201)
  accept(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: AcceptSuggestionDto,
  ): Promise<SuggestionDto> {
    return this.deciding.accept(actor, id, body);
  }

  @Post('reject')
  @Needs('write', ...editing)
  @Answers(SuggestionDto, 201)
  reject(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: RejectSuggestionDto,
  ): Promise<SuggestionDto> {
    return this.deciding.reject(actor, id, reason);
  }

  @Post('take-back')
  @Needs('write', ...editing)
  @Answers(SuggestionDto, 201)
  takeBack(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<SuggestionDto> {
    return this.deciding.takeBack(actor, id);
  }
}
