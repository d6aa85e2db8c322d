import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { CurrentActor, Needs } from '@plenary/ground/server';
import { GroupDetailDto, GroupPageDto, ListGroupsDto } from './groups.dto.js';
import { GroupsService } from './groups.service.js';

@ApiTags('groups')
@Controller('groups')
export class GroupsController {
  constructor(private readonly groups: GroupsService) {}

  @Get()
  @Needs('signed-in')
  @ApiOkResponse({ type: GroupPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ListGroupsDto) {
    return this.groups.list(actor, query);
  }

  @Get(':id')
  @Needs('signed-in')
  @ApiOkResponse({ type: GroupDetailDto })
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.groups.get(actor, id);
  }
}
