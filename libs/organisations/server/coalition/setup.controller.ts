import { Body, Controller, Get, HttpCode, Patch, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Actor } from '@plenary/ground/kernel';
import { CurrentActor, Mail, Needs, Public, networkOf } from '@plenary/ground/server';
import { organisationDeeds } from '@plenary/organisations/domain';
import { CoalitionDto } from '../organisations/organisations.dto.js';
import { presentDoor } from '../organisations/organisations.presenter.js';
import { ChangeCoalitionDto, DoorDto, SetUpDto } from './setup.dto.js';
import { SetupService } from './setup.service.js';

@ApiTags('organisations')
@Controller()
export class SetupController {
  constructor(
    private readonly setup: SetupService,
    private readonly mail: Mail,
  ) {}

  @Get('door')
  @Public()
  @ApiOkResponse({ type: DoorDto })
  async door() {
    const { coalition } = await this.setup.door();
    return { ...presentDoor(coalition), letters: this.mail.road(coalition?.isDemo ?? false) };
  }

  @Post('set-up')
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  setUp(@Body() dto: SetUpDto, @Req() request: Request) {
    return this.setup.setUp(dto, networkOf(request.ip));
  }

  @Patch('coalition')
  @Needs('write', organisationDeeds.change)
  @ApiOkResponse({ type: CoalitionDto })
  change(@CurrentActor() actor: Actor, @Body() dto: ChangeCoalitionDto) {
    return this.setup.change(actor, dto);
  }
}
