import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, CountedPage } from '@plenary/ground/kernel';
import { Answers, CountedPageOf, CurrentActor, IdPipe, Needs } from '@plenary/ground/server';
import { groupPermissions } from '@plenary/groups/domain';
import {
  AskToJoinDto,
  ChangeGroupDto,
  CreateGroupDto,
  GroupDetailDto,
  GroupDto,
  GroupIdDto,
  GroupJoinedDto,
  GroupMemberRoleDto,
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
  @Needs('signed-in', groupPermissions.read)
  @Answers(CountedPageOf(GroupDto))
  list(@CurrentActor() actor: Actor, @Query() query: ListGroupsDto): Promise<CountedPage<GroupDto>> {
    return this.groups.list(actor, query);
  }

  @Get(':id')
  @Needs('signed-in', groupPermissions.read)
  @Answers(GroupDetailDto)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<GroupDetailDto> {
    return this.groups.get(actor, id);
  }

  @Post()
  @Needs('write', groupPermissions.create)
  @Answers(GroupIdDto, 201)
  create(@CurrentActor() actor: Actor, @Body() dto: CreateGroupDto): Promise<GroupIdDto> {
    return this.managing.create(actor, dto);
  }

  @Patch(':id')
  @Needs('write', groupPermissions.lead)
  @HttpCode(204)
  @ApiNoContentResponse()
  change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: ChangeGroupDto,
  ): Promise<void> {
    return this.managing.change(actor, id, dto);
  }

  /** Oneself into the group. */
  @Put(':id/membership')
  @Needs('write', groupPermissions.join)
  @Answers(GroupJoinedDto)
  join(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: AskToJoinDto,
  ): Promise<GroupJoinedDto> {
    return this.managing.join(actor, id, dto.note);
  }

  @Delete(':id/membership')
  @Needs('write', groupPermissions.leave)
  @HttpCode(204)
  @ApiNoContentResponse()
  leave(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.managing.leave(actor, id);
  }

  @Put(':id/members/:personId')
  @Needs('write', groupPermissions.lead)
  @HttpCode(204)
  @ApiNoContentResponse()
  setRole(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('personId', IdPipe) personId: string,
    @Body() dto: GroupMemberRoleDto,
  ): Promise<void> {
    return this.managing.setRole(actor, id, personId, dto.role);
  }

  @Delete(':id/members/:personId')
  @Needs('write', groupPermissions.lead)
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('personId', IdPipe) personId: string,
  ): Promise<void> {
    return this.managing.remove(actor, id, personId);
  }
}
