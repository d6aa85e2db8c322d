import { Body, Controller, Get, HttpCode, Patch, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Actor } from '@plenary/ground/kernel';
import { Answers, CurrentActor, Mail, Needs, networkOf, Public } from '@plenary/ground/server';
import { organisationPermissions } from '@plenary/organisations/domain';
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
  @Answers(DoorDto)
  async door(): Promise<DoorDto> {
    const { coalition } = await this.setup.door();
    return { ...presentDoor(coalition), emails: this.mail.delivery(coalition?.isDemo ?? false) };
  }

  @Post('set-up')
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  setUp(@Body() dto: SetUpDto, @Req() request: Request): Promise<void> {
    return this.setup.setUp(dto, networkOf(request.ip));
  }

  @Patch('coalition')
  @Needs('write', organisationPermissions.change)
  @Answers(CoalitionDto)
  change(@CurrentActor() actor: Actor, @Body() dto: ChangeCoalitionDto): Promise<CoalitionDto> {
    return this.setup.change(actor, dto);
  }
}
