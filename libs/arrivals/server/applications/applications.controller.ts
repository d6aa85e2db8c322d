import { arrivalPermissions } from '@plenary/arrivals/domain';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Actor, CountedPage } from '@plenary/ground/kernel';
import {
  Answers,
  CountedPageOf,
  CurrentActor,
  IdPipe,
  Needs,
  networkOf,
  PageQuery,
  Public,
} from '@plenary/ground/server';
import { SecretDto } from '@plenary/identity/server';
import { ApplicationDto, ApplyDto, DecideApplicationDto, NoteApplicationDto } from './applications.dto.js';
import { ApplicationsService } from './applications.service.js';

@ApiTags('organisations')
@Controller('applications')
export class ApplicationsController {
  constructor(private readonly applications: ApplicationsService) {}

  @Post()
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  apply(@Body() dto: ApplyDto, @Req() request: Request): Promise<void> {
    return this.applications.apply(dto, networkOf(request.ip));
  }

  @Post('confirm')
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  confirm(@Body() dto: SecretDto, @Req() request: Request): Promise<void> {
    return this.applications.confirm(dto.secret, networkOf(request.ip));
  }

  @Get()
  @Needs('signed-in', arrivalPermissions.vet)
  @Answers(CountedPageOf(ApplicationDto))
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<CountedPage<ApplicationDto>> {
    return this.applications.list(actor, query);
  }

  @Post(':id/notes')
  @Needs('write', arrivalPermissions.vet)
  @HttpCode(204)
  @ApiNoContentResponse()
  note(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: NoteApplicationDto,
  ): Promise<void> {
    return this.applications.note(actor, id, dto);
  }

  @Put(':id/decision')
  @Needs('write', arrivalPermissions.vet)
  @HttpCode(204)
  @ApiNoContentResponse()
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: DecideApplicationDto,
  ): Promise<void> {
    return this.applications.decide(actor, id, dto);
  }
}
