import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { CurrentActor, IdPipe, Needs } from '@plenary/ground/server';
import { organisationDeeds } from '@plenary/organisations/domain';
import { CoalitionPeopleService } from './coalition-people.service.js';
import { ListPeopleDto, PersonDto, PersonPageDto } from '../organisations/organisations.dto.js';

@ApiTags('organisations')
@Controller('people')
export class PeopleController {
  constructor(private readonly people: CoalitionPeopleService) {}

  @Get()
  @Needs('signed-in', organisationDeeds.read)
  @ApiOkResponse({ type: PersonPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ListPeopleDto) {
    return this.people.list(actor, query);
  }

  @Get(':id')
  @Needs('signed-in', organisationDeeds.read)
  @ApiOkResponse({ type: PersonDto })
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.people.get(actor, id);
  }
}
