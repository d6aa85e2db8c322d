import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, List } from '@plenary/ground/kernel';
import { Answers, CurrentActor, IdPipe, ListOf, Needs } from '@plenary/ground/server';
import { organisationPermissions } from '@plenary/organisations/domain';
import { AddedDto } from '../organisations/organisation-changes.dto.js';
import { GiveMandateDto, MandateDto } from './mandates.dto.js';
import { MandatesService } from './mandates.service.js';

@ApiTags('organisations')
@Controller('organisations/:id/mandates')
export class MandatesController {
  constructor(private readonly mandates: MandatesService) {}

  @Get()
  @Needs('signed-in', organisationPermissions.read)
  @Answers(ListOf(MandateDto))
  async list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<List<MandateDto>> {
    return { items: await this.mandates.list(actor, id) };
  }

  @Post()
  @Needs('write', organisationPermissions.giveMandate)
  @Answers(AddedDto, 201)
  give(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: GiveMandateDto,
  ): Promise<AddedDto> {
    return this.mandates.give(actor, id, dto);
  }

  @Delete(':mandateId')
  @Needs('write', organisationPermissions.giveMandate)
  @HttpCode(204)
  @ApiNoContentResponse()
  end(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('mandateId', IdPipe) mandateId: string,
  ): Promise<void> {
    return this.mandates.end(actor, id, mandateId);
  }
}
