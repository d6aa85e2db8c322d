import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, CountedPage } from '@plenary/ground/kernel';
import { Answers, CountedPageOf, CurrentActor, IdPipe, Needs } from '@plenary/ground/server';
import { organisationPermissions } from '@plenary/organisations/domain';
import { CoalitionPeopleService } from './coalition-people.service.js';
import { ListPeopleDto, PersonDto } from '../organisations/organisations.dto.js';

@ApiTags('organisations')
@Controller('people')
export class PeopleController {
  constructor(private readonly people: CoalitionPeopleService) {}

  @Get()
  @Needs('signed-in', organisationPermissions.read)
  @Answers(CountedPageOf(PersonDto))
  list(@CurrentActor() actor: Actor, @Query() query: ListPeopleDto): Promise<CountedPage<PersonDto>> {
    return this.people.list(actor, query);
  }

  @Get(':id')
  @Needs('signed-in', organisationPermissions.read)
  @Answers(PersonDto)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PersonDto> {
    return this.people.get(actor, id);
  }
}
