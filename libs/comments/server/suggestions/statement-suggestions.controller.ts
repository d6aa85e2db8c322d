import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, List, Page } from '@plenary/ground/kernel';
import { Answers, CurrentActor, IdPipe, ListOf, Needs, PageOf, PageQuery } from '@plenary/ground/server';
import { statementPermissions } from '@plenary/statements/domain';
import { SuggestingService } from './suggesting.service.js';
import { BeginSuggestionDto, BegunSuggestionDto, SuggestionDto } from './suggestions.dto.js';
import { SuggestionsService } from './suggestions.service.js';

const reading = [statementPermissions.coalition.read, statementPermissions.group.read];
const commenting = [statementPermissions.coalition.comment, statementPermissions.group.comment];

/** The suggestions on a statement. */
@ApiTags('suggestions')
@Controller('statements/:id/suggestions')
export class StatementSuggestionsController {
  constructor(
    private readonly suggestions: SuggestionsService,
    private readonly suggesting: SuggestingService,
  ) {}

  @Get()
  @Needs('signed-in', ...reading)
  @Answers(ListOf(SuggestionDto))
  listOpen(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<List<SuggestionDto>> {
    return this.suggestions.listOpen(actor, id);
  }

  @Get('decided')
  @Needs('signed-in', ...reading)
  @Answers(PageOf(SuggestionDto))
  listDecided(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<SuggestionDto>> {
    return this.suggestions.listDecided(actor, id, query);
  }

  @Post()
  @Needs('write', ...commenting)
  @Answers(BegunSuggestionDto, 201)
  begin(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: BeginSuggestionDto,
  ): Promise<BegunSuggestionDto> {
    return this.suggesting.begin(actor, id, body);
  }
}
