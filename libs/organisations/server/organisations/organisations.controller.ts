import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, CountedPage, List } from '@plenary/ground/kernel';
import { Answers, CountedPageOf, CurrentActor, IdPipe, ListOf, Needs } from '@plenary/ground/server';
import { organisationPermissions } from '@plenary/organisations/domain';
import { MergeService } from './merge.service.js';
import { OrganisationHistory } from './organisation-history.js';
import {
  ListOrganisationsDto,
  OrganisationDetailDto,
  OrganisationDto,
  StateChangeDto,
} from './organisations.dto.js';
import {
  AddedDto,
  AddOrganisationDto,
  BulkDoneDto,
  BulkStatesDto,
  ChangeOrganisationDto,
  ChangeStateDto,
  MergeDto,
  UndoStatesDto,
} from './organisation-changes.dto.js';
import { OrganisationChangesService } from './organisation-changes.service.js';
import { OrganisationsService } from './organisations.service.js';

@ApiTags('organisations')
@Controller('organisations')
export class OrganisationsController {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly changes: OrganisationChangesService,
    private readonly merges: MergeService,
    private readonly history: OrganisationHistory,
  ) {}

  @Get()
  @Needs('signed-in', organisationPermissions.read)
  @Answers(CountedPageOf(OrganisationDto))
  list(
    @CurrentActor() actor: Actor,
    @Query() query: ListOrganisationsDto,
  ): Promise<CountedPage<OrganisationDto>> {
    return this.organisations.list(actor, query);
  }

  @Get(':id')
  @Needs('signed-in', organisationPermissions.read)
  @Answers(OrganisationDetailDto)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<OrganisationDetailDto> {
    return this.organisations.get(actor, id);
  }

  /** Who changed its state, when and why; the newest first. */
  @Get(':id/history')
  @Needs('signed-in', organisationPermissions.readHistory)
  @Answers(ListOf(StateChangeDto))
  async listHistory(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
  ): Promise<List<StateChangeDto>> {
    return { items: await this.history.list(actor, id) };
  }

  @Post()
  @Needs('write', organisationPermissions.add)
  @Answers(AddedDto, 201)
  add(@CurrentActor() actor: Actor, @Body() dto: AddOrganisationDto): Promise<AddedDto> {
    return this.changes.add(actor, dto);
  }

  @Patch(':id')
  @Needs('write', organisationPermissions.describe)
  @HttpCode(204)
  @ApiNoContentResponse()
  change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: ChangeOrganisationDto,
  ): Promise<void> {
    return this.changes.change(actor, id, dto);
  }

  /** ORG-18: this record goes on as another. */
  @Post(':id/merge')
  @Needs('write', organisationPermissions.decide)
  @HttpCode(204)
  @ApiNoContentResponse()
  mergeInto(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: MergeDto,
  ): Promise<void> {
    return this.merges.merge(actor, id, dto.into, dto.reason);
  }

  /** One state for several at once. */
  @Put('states')
  @Needs('write', organisationPermissions.decide)
  @Answers(BulkDoneDto)
  changeStates(@CurrentActor() actor: Actor, @Body() dto: BulkStatesDto): Promise<BulkDoneDto> {
    return this.changes.changeStates(actor, dto.ids, dto.state, dto.reason);
  }

  /** ORG-21: what an act upon several changed is as it was before. */
  @Post('states/undo')
  @Needs('write', organisationPermissions.decide)
  @Answers(BulkDoneDto)
  undoStates(@CurrentActor() actor: Actor, @Body() dto: UndoStatesDto): Promise<BulkDoneDto> {
    return this.changes.undo(actor, dto.ids);
  }

  @Put(':id/state')
  @Needs('write', organisationPermissions.decide)
  @HttpCode(204)
  @ApiNoContentResponse()
  changeState(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: ChangeStateDto,
  ): Promise<void> {
    return this.changes.changeState(actor, id, dto.state, dto.reason);
  }
}
