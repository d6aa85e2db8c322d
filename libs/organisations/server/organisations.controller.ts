import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { CurrentActor, Needs } from '@plenary/ground/server';
import { ListOrganisationsDto, OrganisationDetailDto, OrganisationPageDto } from './organisations.dto.js';
import {
  AddedDto,
  AddOrganisationDto,
  ChangeOrganisationDto,
  ChangeStateDto,
} from './organisation-changes.dto.js';
import { OrganisationChangesService } from './organisation-changes.service.js';
import { OrganisationsService } from './organisations.service.js';

@ApiTags('organisations')
@Controller('organisations')
export class OrganisationsController {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly changes: OrganisationChangesService,
  ) {}

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

  @Post()
  @Needs('write')
  @ApiCreatedResponse({ type: AddedDto })
  add(@CurrentActor() actor: Actor, @Body() dto: AddOrganisationDto) {
    return this.changes.add(actor, dto);
  }

  @Patch(':id')
  @Needs('write')
  @HttpCode(204)
  @ApiNoContentResponse()
  change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ChangeOrganisationDto,
  ) {
    return this.changes.change(actor, id, dto);
  }

  @Put(':id/state')
  @Needs('write')
  @HttpCode(204)
  @ApiNoContentResponse()
  changeState(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ChangeStateDto,
  ) {
    return this.changes.changeState(actor, id, dto.state, dto.reason);
  }
}
