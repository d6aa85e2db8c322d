import { Body, Controller, Get, Header, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { CurrentActor, IdPipe, Needs } from '@plenary/ground/server';
import { statementDeeds } from '@plenary/statements/domain';
import { StatementTextService } from './statement-text.service.js';
import {
  CreateStatementDto,
  ListStatementsDto,
  RenameStatementDto,
  StatementDto,
  StatementPageDto,
} from './statements.dto.js';
import { StatementsService } from './statements.service.js';

const reading = [statementDeeds.coalition.read, statementDeeds.group.read];
const managing = [statementDeeds.coalition.manage, statementDeeds.group.manage];

@ApiTags('statements')
@Controller('statements')
export class StatementsController {
  constructor(
    private readonly statements: StatementsService,
    private readonly texts: StatementTextService,
  ) {}

  @Get()
  @Needs('signed-in', statementDeeds.list)
  @ApiOkResponse({ type: StatementPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ListStatementsDto) {
    return this.statements.list(actor, query);
  }

  @Post()
  @Needs('write', statementDeeds.begin.coalition, statementDeeds.begin.group)
  @ApiCreatedResponse({ type: StatementDto })
  create(@CurrentActor() actor: Actor, @Body() body: CreateStatementDto) {
    return this.statements.create(actor, body);
  }

  @Get(':id')
  @Needs('signed-in', ...reading)
  @ApiOkResponse({ type: StatementDto })
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.statements.get(actor, id);
  }

  @Patch(':id')
  @Needs('write', ...managing)
  @ApiOkResponse({ type: StatementDto })
  rename(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: RenameStatementDto) {
    return this.statements.rename(actor, id, body);
  }

  @Get(':id/text')
  @Needs('signed-in', ...reading)
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  getText(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.texts.get(actor, id);
  }
}
