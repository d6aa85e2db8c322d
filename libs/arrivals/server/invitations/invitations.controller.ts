import { arrivalDeeds } from '@plenary/arrivals/domain';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Actor } from '@plenary/ground/kernel';
import { CurrentActor, IdPipe, Needs, Public, networkOf } from '@plenary/ground/server';
import { SecretDto } from '@plenary/identity/server';
import {
  BeginJoiningDto,
  InvitationListDto,
  InvitationOfferDto,
  InviteToCoalitionDto,
  InviteToOrganisationDto,
  JoinedDto,
  JoiningConfirmedDto,
  JoiningNextDto,
  MadeInvitationDto,
} from './invitations.dto.js';
import { InvitationsService } from './invitations.service.js';
import { JoiningService } from './joining.service.js';

@ApiTags('organisations')
@Controller()
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly joining: JoiningService,
  ) {}

  @Get('organisations/:id/invitations')
  @Needs('signed-in', arrivalDeeds.invite)
  @ApiOkResponse({ type: InvitationListDto })
  async list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return { items: await this.invitations.list(actor, id) };
  }

  @Post('organisations/:id/invitations')
  @Needs('write', arrivalDeeds.invite)
  @ApiCreatedResponse({ type: MadeInvitationDto })
  invite(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) organisationId: string,
    @Body() { role, email = null!, ...dto }: InviteToOrganisationDto,
  ) {
    const to = { organisationId, role, coalitionRole: null, email: email || null };
    return this.invitations.make(actor, { ...to, ...dto });
  }

  @Get('invitations')
  @Needs('signed-in', arrivalDeeds.inviteToRoles)
  @ApiOkResponse({ type: InvitationListDto })
  async listOfCoalition(@CurrentActor() actor: Actor) {
    return { items: await this.invitations.list(actor, null) };
  }

  @Post('invitations')
  @Needs('write', arrivalDeeds.inviteToRoles)
  @ApiCreatedResponse({ type: MadeInvitationDto })
  inviteToCoalition(
    @CurrentActor() actor: Actor,
    @Body() { role, email = null!, ...dto }: InviteToCoalitionDto,
  ) {
    const to = { organisationId: null, role: null, coalitionRole: role, email: email || null };
    return this.invitations.make(actor, { ...to, ...dto });
  }

  @Post('invitations/:id/letter')
  @Needs('write', arrivalDeeds.invite, arrivalDeeds.inviteToRoles)
  @HttpCode(200)
  @ApiOkResponse({ type: MadeInvitationDto })
  renew(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.invitations.renew(actor, id);
  }

  @Delete('invitations/:id')
  @Needs('write', arrivalDeeds.invite, arrivalDeeds.inviteToRoles)
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.invitations.revoke(actor, id);
  }

  @Post('joining/look')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: InvitationOfferDto })
  look(@Body() dto: SecretDto, @Req() request: Request) {
    return this.joining.look(dto.secret, networkOf(request.ip));
  }

  @Post('joining/accept')
  @Needs('write', arrivalDeeds.acceptInvitation)
  @HttpCode(200)
  @ApiOkResponse({ type: JoinedDto })
  accept(@CurrentActor() actor: Actor, @Body() dto: SecretDto) {
    return this.joining.accept(actor, dto.secret);
  }

  @Post('joining')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: JoiningNextDto })
  begin(@Body() dto: BeginJoiningDto, @Req() request: Request) {
    return this.joining.begin(dto, networkOf(request.ip));
  }

  @Post('joining/confirm')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: JoiningConfirmedDto })
  confirm(@Body() dto: SecretDto, @Req() request: Request) {
    return this.joining.confirm(dto.secret, networkOf(request.ip));
  }
}
