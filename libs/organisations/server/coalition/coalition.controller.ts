import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { Answers, CurrentActor, Needs } from '@plenary/ground/server';
import { organisationPermissions } from '@plenary/organisations/domain';
import { CoalitionDto, MembershipDto } from '../organisations/organisations.dto.js';
import { OrganisationsService } from '../organisations/organisations.service.js';

@ApiTags('organisations')
@Controller()
export class CoalitionController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get('coalition')
  @Needs('signed-in', organisationPermissions.read)
  @Answers(CoalitionDto)
  getCoalition(): Promise<CoalitionDto> {
    return this.organisations.getCoalition();
  }

  @Get('membership')
  @Needs('signed-in', organisationPermissions.read)
  @Answers(MembershipDto)
  getMembership(@CurrentActor() actor: Actor): Promise<MembershipDto> {
    return this.organisations.getMembership(actor);
  }
}
