import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { CurrentActor, IdPipe, Needs } from '@plenary/ground/server';
import { groupDeeds } from '@plenary/groups/domain';
import {
  AskToJoinDto,
  ChangeGroupDto,
  CreateGroupDto,
  GroupDetailDto,
  GroupIdDto,
  GroupMemberRoleDto,
  GroupPageDto,
  GroupJoinedDto,
  ListGroupsDto,
} from './groups.dto.js';
import { GroupsService } from './groups.service.js';
import { ManagingGroupsService } from './managing-groups.service.js';

@ApiTags('groups')
@Controller('groups')
export class GroupsController {
  constructor(
    private readonly groups: GroupsService,
    private readonly managing: ManagingGroupsService,
  ) {}

  @Get()
  @Needs('signed-in', groupDeeds.read)
  @ApiOkResponse({ type: GroupPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ListGroupsDto) {
    return this.groups.list(actor, query);
  }

  @Get(':id')
  @Needs('signed-in', groupDeeds.read)
  @ApiOkResponse({ type: GroupDetailDto })
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.groups.get(actor, id);
  }

  @Post()
  @Needs('write', groupDeeds.create)
  @ApiCreatedResponse({ type: GroupIdDto })
  create(@CurrentActor() actor: Actor, @Body() dto: CreateGroupDto) {
    return this.managing.create(actor, dto);
  }

  @Patch(':id')
  @Needs('write', groupDeeds.lead)
  @HttpCode(204)
  @ApiNoContentResponse()
  change(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() dto: ChangeGroupDto) {
    return this.managing.change(actor, id, dto);
  }

  /** Oneself into the group. */
  @Put(':id/membership')
  @Needs('write', groupDeeds.join)
  @ApiOkResponse({ type: GroupJoinedDto })
  join(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() dto: AskToJoinDto) {
    return this.managing.join(actor, id, dto.note);
  }

  @Delete(':id/membership')
  @Needs('write', groupDeeds.leave)
  @HttpCode(204)
  @ApiNoContentResponse()
  leave(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.managing.leave(actor, id);
  }

  @Put(':id/members/:personId')
  @Needs('write', groupDeeds.lead)
  @HttpCode(204)
  @ApiNoContentResponse()
  setRole(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('personId', IdPipe) personId: string,
    @Body() dto: GroupMemberRoleDto,
  ) {
    return this.managing.setRole(actor, id, personId, dto.role);
  }

  @Delete(':id/members/:personId')
  @Needs('write', groupDeeds.lead)
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('personId', IdPipe) personId: string,
  ) {
    return this.managing.remove(actor, id, personId);
  }
}
