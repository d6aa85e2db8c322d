import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, Page } from '@plenary/ground/kernel';
import { Answers, CurrentActor, IdPipe, Needs, PageOf } from '@plenary/ground/server';
import { statementPermissions } from '@plenary/statements/domain';
import { GrantedDto, StatementRightDto } from './statement-rights.dto.js';
import { StatementRightsService } from './statement-rights.service.js';
import { GrantRightDto } from './statements.dto.js';

const reading = [statementPermissions.coalition.read, statementPermissions.group.read];
const managing = [statementPermissions.coalition.manage, statementPermissions.group.manage];

@ApiTags('statements')
@Controller('statements/:id')
export class StatementRightsController {
  constructor(private readonly rights: StatementRightsService) {}

  @Get('rights')
  @Needs('signed-in', ...reading)
  @Answers(PageOf(StatementRightDto))
  explain(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<Page<StatementRightDto>> {
    return this.rights.explain(actor, id);
  }

  @Put('grants')
  @Needs('write', ...managing)
  @Answers(GrantedDto)
  grant(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: GrantRightDto,
  ): Promise<GrantedDto> {
    return this.rights.grant(actor, id, body);
  }

  @Delete('grants/:grantId')
  @Needs('write', ...managing)
  @HttpCode(204)
  @ApiNoContentResponse()
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('grantId', IdPipe) grantId: string,
  ): Promise<void> {
    return this.rights.withdraw(actor, id, grantId);
  }
}
