import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { CurrentActor, IdPipe, Needs } from '@plenary/ground/server';
import { organisationDeeds } from '@plenary/organisations/domain';
import { MergeService } from './merge.service.js';
import { OrganisationHistory } from './organisation-history.js';
import {
  ListOrganisationsDto,
  OrganisationDetailDto,
  OrganisationPageDto,
  StateHistoryDto,
} from './organisations.dto.js';
import {
  AddedDto,
  AddOrganisationDto,
  BulkDoneDto,
  BulkStatesDto,
  ChangeOrganisationDto,
  ChangeStateDto,
  MergeDto,
  TakeBackDto,
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
  @Needs('signed-in', organisationDeeds.read)
  @ApiOkResponse({ type: OrganisationPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ListOrganisationsDto) {
    return this.organisations.list(actor, query);
  }

  @Get(':id')
  @Needs('signed-in', organisationDeeds.read)
  @ApiOkResponse({ type: OrganisationDetailDto })
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.organisations.get(actor, id);
  }

  /** Who changed its state, when and why; the newest first. */
  @Get(':id/history')
  @Needs('signed-in', organisationDeeds.readHistory)
  @ApiOkResponse({ type: StateHistoryDto })
  async listHistory(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return { items: await this.history.list(actor, id) };
  }

  @Post()
  @Needs('write', organisationDeeds.add)
  @ApiCreatedResponse({ type: AddedDto })
  add(@CurrentActor() actor: Actor, @Body() dto: AddOrganisationDto) {
    return this.changes.add(actor, dto);
  }

  @Patch(':id')
  @Needs('write', organisationDeeds.describe)
  @HttpCode(204)
  @ApiNoContentResponse()
  change(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() dto: ChangeOrganisationDto) {
    return this.changes.change(actor, id, dto);
  }

  /** ORG-18: this record goes on as another. */
  @Post(':id/merge')
  @Needs('write', organisationDeeds.decide)
  @HttpCode(204)
  @ApiNoContentResponse()
  mergeInto(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() dto: MergeDto) {
    return this.merges.merge(actor, id, dto.into, dto.reason);
  }

  /** One state for several at once. */
  @Put('states')
  @Needs('write', organisationDeeds.decide)
  @ApiOkResponse({ type: BulkDoneDto })
  changeStates(@CurrentActor() actor: Actor, @Body() dto: BulkStatesDto) {
    return this.changes.changeStates(actor, dto.ids, dto.state, dto.reason);
  }

  /** ORG-21: what an act upon several changed is as it was before. */
  @Post('states/undo')
  @Needs('write', organisationDeeds.decide)
  @HttpCode(200)
  @ApiOkResponse({ type: BulkDoneDto })
  takeBackStates(@CurrentActor() actor: Actor, @Body() dto: TakeBackDto) {
    return this.changes.takeBack(actor, dto.ids);
  }

  @Put(':id/state')
  @Needs('write', organisationDeeds.decide)
  @HttpCode(204)
  @ApiNoContentResponse()
  changeState(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() dto: ChangeStateDto) {
    return this.changes.changeState(actor, id, dto.state, dto.reason);
  }
}
