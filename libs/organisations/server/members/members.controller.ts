import { Body, Controller, Delete, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { CurrentActor, Needs } from '@plenary/ground/server';
import { coalitionRoles, type CoalitionRole } from '@plenary/organisations/domain';
import { ChangeRepresentativeDto, ChooseSpokesDto } from './members.dto.js';
import { MembersService } from './members.service.js';

const roles = Object.fromEntries(coalitionRoles.map((role) => [role, role]));
/** A role that there is not is no place. */
const rolePipe = new ParseEnumPipe(roles, { errorHttpStatusCode: 404 });

@ApiTags('organisations')
@Controller()
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Put('organisations/:id/people/:personId')
  @Needs('write')
  @HttpCode(204)
  @ApiNoContentResponse()
  changeRole(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Body() dto: ChangeRepresentativeDto,
  ) {
    return this.members.changeRole(actor, id, personId, dto.role);
  }

  @Delete('organisations/:id/people/:personId')
  @Needs('write')
  @HttpCode(204)
  @ApiNoContentResponse()
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('personId', ParseUUIDPipe) personId: string,
  ) {
    return this.members.withdraw(actor, id, personId);
  }

  @Put('membership/speaks-for')
  @Needs('write')
  @HttpCode(204)
  @ApiNoContentResponse()
  chooseSpokes(@CurrentActor() actor: Actor, @Body() dto: ChooseSpokesDto) {
    return this.members.chooseSpokes(actor, dto.organisationId);
  }

  @Put('people/:id/roles/:role')
  @Needs('write')
  @HttpCode(204)
  @ApiNoContentResponse()
  giveRole(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('role', rolePipe) role: CoalitionRole,
  ) {
    return this.members.giveCoalitionRole(actor, id, role);
  }

  @Delete('people/:id/roles/:role')
  @Needs('write')
  @HttpCode(204)
  @ApiNoContentResponse()
  withdrawRole(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('role', rolePipe) role: CoalitionRole,
  ) {
    return this.members.withdrawCoalitionRole(actor, id, role);
  }
}
