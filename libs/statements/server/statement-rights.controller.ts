import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { CurrentActor, IdPipe, Needs } from '@plenary/ground/server';
import { statementDeeds } from '@plenary/statements/domain';
import { GrantedDto, StatementRightPageDto } from './statement-rights.dto.js';
import { StatementRightsService } from './statement-rights.service.js';
import { GrantRightDto } from './statements.dto.js';

const reading = [statementDeeds.coalition.read, statementDeeds.group.read];
const managing = [statementDeeds.coalition.manage, statementDeeds.group.manage];

@ApiTags('statements')
@Controller('statements/:id')
export class StatementRightsController {
  constructor(private readonly rights: StatementRightsService) {}

  @Get('rights')
  @Needs('signed-in', ...reading)
  @ApiOkResponse({ type: StatementRightPageDto })
  explain(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.rights.explain(actor, id);
  }

  @Put('grants')
  @Needs('write', ...managing)
  @ApiOkResponse({ type: GrantedDto })
  grant(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: GrantRightDto) {
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
  ) {
    return this.rights.withdraw(actor, id, grantId);
  }
}
