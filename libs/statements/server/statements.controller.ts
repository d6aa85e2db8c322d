import { Body, Controller, Get, Header, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, CountedPage } from '@plenary/ground/kernel';
import { Answers, CountedPageOf, CurrentActor, IdPipe, Needs } from '@plenary/ground/server';
import { statementPermissions } from '@plenary/statements/domain';
import { StatementTextService } from './statement-text.service.js';
import {
  CreateStatementDto,
  ListStatementsDto,
  RenameStatementDto,
  StatementDto,
  StatementLineDto,
} from './statements.dto.js';
import { StatementsService } from './statements.service.js';

const reading = [statementPermissions.coalition.read, statementPermissions.group.read];
const managing = [statementPermissions.coalition.manage, statementPermissions.group.manage];

@ApiTags('statements')
@Controller('statements')
export class StatementsController {
  constructor(
    private readonly statements: StatementsService,
    private readonly texts: StatementTextService,
  ) {}

  @Get()
  @Needs('signed-in', statementPermissions.list)
  @Answers(CountedPageOf(StatementLineDto))
  list(
    @CurrentActor() actor: Actor,
    @Query() query: ListStatementsDto,
  ): Promise<CountedPage<StatementLineDto>> {
    return this.statements.list(actor, query);
  }

  @Post()
  @Needs('write', statementPermissions.begin.coalition, statementPermissions.begin.group)
  @Answers(StatementDto, 201)
  create(@CurrentActor() actor: Actor, @Body() body: CreateStatementDto): Promise<StatementDto> {
    return this.statements.create(actor, body);
  }

  @Get(':id')
  @Needs('signed-in', ...reading)
  @Answers(StatementDto)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<StatementDto> {
    return this.statements.get(actor, id);
  }

  @Patch(':id')
  @Needs('write', ...managing)
  @Answers(StatementDto)
  rename(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: RenameStatementDto,
  ): Promise<StatementDto> {
    return this.statements.rename(actor, id, body);
  }

  @Get(':id/text')
  @Needs('signed-in', ...reading)
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  getText(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<string> {
    return this.texts.get(actor, id);
  }
}
