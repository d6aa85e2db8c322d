import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { CurrentActor, IdPipe, Needs } from '@plenary/ground/server';
import { organisationDeeds } from '@plenary/organisations/domain';
import { AddedDto } from '../organisations/organisation-changes.dto.js';
import { GiveMandateDto, MandateListDto } from './mandates.dto.js';
import { MandatesService } from './mandates.service.js';

@ApiTags('organisations')
@Controller('organisations/:id/mandates')
export class MandatesController {
  constructor(private readonly mandates: MandatesService) {}

  @Get()
  @Needs('signed-in', organisationDeeds.read)
  @ApiOkResponse({ type: MandateListDto })
  async list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return { items: await this.mandates.list(actor, id) };
  }

  @Post()
  @Needs('write', organisationDeeds.giveMandate)
  @ApiCreatedResponse({ type: AddedDto })
  give(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() dto: GiveMandateDto) {
    return this.mandates.give(actor, id, dto);
  }

  @Delete(':mandateId')
  @Needs('write', organisationDeeds.giveMandate)
  @HttpCode(204)
  @ApiNoContentResponse()
  end(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('mandateId', IdPipe) mandateId: string,
  ) {
    return this.mandates.end(actor, id, mandateId);
  }
}
