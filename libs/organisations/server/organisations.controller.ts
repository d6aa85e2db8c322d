import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { CurrentActor, Needs } from '@plenary/ground/server';
import { ListOrganisationsDto, OrganisationDetailDto, OrganisationPageDto } from './organisations.dto.js';
import { OrganisationsService } from './organisations.service.js';

@ApiTags('organisations')
@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get()
  @Needs('signed-in')
  @ApiOkResponse({ type: OrganisationPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ListOrganisationsDto) {
    return this.organisations.list(actor, query);
  }

  @Get(':id')
  @Needs('signed-in')
  @ApiOkResponse({ type: OrganisationDetailDto })
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.organisations.get(actor, id);
  }
}
