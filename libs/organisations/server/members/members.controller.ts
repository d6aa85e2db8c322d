import { Body, Controller, Delete, Get, HttpCode, Param, ParseEnumPipe, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { Answers, CurrentActor, IdPipe, Needs } from '@plenary/ground/server';
import { coalitionRoles, type CoalitionRole, organisationPermissions } from '@plenary/organisations/domain';
import { DeviceHelpAnswerDto } from '../organisations/organisations.dto.js';
import { BulkDoneDto } from '../organisations/organisation-changes.dto.js';
import { DeviceHelpService } from './device-help.service.js';
import { BulkRolesDto, ChangeRepresentativeDto, ChooseSpokesDto, SomePeopleDto } from './members.dto.js';
import { MembersService } from './members.service.js';
import { ReachingPeople } from './reaching-people.js';

const roles = Object.fromEntries(coalitionRoles.map((role) => [role, role]));
/** A role that there is not is no place. */
const rolePipe = new ParseEnumPipe(roles, { errorHttpStatusCode: 404 });

@ApiTags('organisations')
@Controller()
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly help: DeviceHelpService,
    private readonly reaching: ReachingPeople,
  ) {}

  @Put('organisations/:id/people/:personId')
  @Needs('write', organisationPermissions.namePeople)
  @HttpCode(204)
  @ApiNoContentResponse()
  changeRole(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('personId', IdPipe) personId: string,
    @Body() dto: ChangeRepresentativeDto,
  ): Promise<void> {
    return this.members.changeRole(actor, id, personId, dto.role);
  }

  @Delete('organisations/:id/people/:personId')
  @Needs('write', organisationPermissions.namePeople, organisationPermissions.leave)
  @HttpCode(204)
  @ApiNoContentResponse()
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('personId', IdPipe) personId: string,
  ): Promise<void> {
    return this.members.withdraw(actor, id, personId);
  }

  @Put('membership/speaks-for')
  @Needs('write', organisationPermissions.speakFor)
  @HttpCode(204)
  @ApiNoContentResponse()
  chooseSpokes(@CurrentActor() actor: Actor, @Body() dto: ChooseSpokesDto): Promise<void> {
    return this.members.chooseSpokes(actor, dto.organisationId);
  }

  @Put('people/:id/roles/:role')
  @Needs('write', organisationPermissions.giveRoles)
  @HttpCode(204)
  @ApiNoContentResponse()
  giveRole(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('role', rolePipe) role: CoalitionRole,
  ): Promise<void> {
    return this.members.giveCoalitionRole(actor, id, role);
  }

  @Delete('people/:id/roles/:role')
  @Needs('write', organisationPermissions.giveRoles)
  @HttpCode(204)
  @ApiNoContentResponse()
  withdrawRole(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('role', rolePipe) role: CoalitionRole,
  ): Promise<void> {
    return this.members.withdrawCoalitionRole(actor, id, role);
  }

  @Get('people/:id/device')
  @Needs('signed-in', organisationPermissions.read)
  @Answers(DeviceHelpAnswerDto)
  async lookAtDevice(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
  ): Promise<DeviceHelpAnswerDto> {
    return { help: await this.help.look(actor, id) };
  }

  @Post('people/:id/device/recovery')
  @Needs('write', organisationPermissions.helpWithDevice)
  @HttpCode(204)
  @ApiNoContentResponse()
  beginRecovery(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.help.begin(actor, id);
  }

  @Put('people/:id/device/recovery')
  @Needs('write', organisationPermissions.helpWithDevice)
  @HttpCode(204)
  @ApiNoContentResponse()
  confirmRecovery(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.help.confirm(actor, id);
  }

  @Delete('people/:id/device/recovery')
  @Needs('write', organisationPermissions.helpWithDevice)
  @HttpCode(204)
  @ApiNoContentResponse()
  stopRecovery(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.help.stop(actor, id);
  }

  /** To those who have not come yet. */
  @Post('people/letters')
  @Needs('write', organisationPermissions.namePeople)
  @Answers(BulkDoneDto)
  writeAgain(@CurrentActor() actor: Actor, @Body() dto: SomePeopleDto): Promise<BulkDoneDto> {
    return this.reaching.writeAgain(actor, dto.personIds);
  }

  /** One role for several people at once. */
  @Put('roles/:role')
  @Needs('write', organisationPermissions.giveRoles)
  @ApiParam({ name: 'role', enum: coalitionRoles })
  @Answers(BulkDoneDto)
  changeRoles(
    @CurrentActor() actor: Actor,
    @Param('role', rolePipe) role: CoalitionRole,
    @Body() dto: BulkRolesDto,
  ): Promise<BulkDoneDto> {
    return this.members.changeCoalitionRoles(actor, role, dto.personIds, dto.give);
  }
}
