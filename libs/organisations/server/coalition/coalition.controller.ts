import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { CurrentActor, Needs } from '@plenary/ground/server';
import { organisationDeeds } from '@plenary/organisations/domain';
import { CoalitionDto, MembershipDto } from '../organisations/organisations.dto.js';
import { OrganisationsService } from '../organisations/organisations.service.js';

@ApiTags('organisations')
@Controller()
export class CoalitionController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get('coalition')
  @Needs('signed-in', organisationDeeds.read)
  @ApiOkResponse({ type: CoalitionDto })
  getCoalition() {
    return this.organisations.getCoalition();
  }

  @Get('membership')
  @Needs('signed-in', organisationDeeds.read)
  @ApiOkResponse({ type: MembershipDto })
  getMembership(@CurrentActor() actor: Actor) {
    return this.organisations.getMembership(actor);
  }
}
