import { arrivalPermissions } from '@plenary/arrivals/domain';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Actor, List } from '@plenary/ground/kernel';
import { Answers, CurrentActor, IdPipe, ListOf, Needs, networkOf, Public } from '@plenary/ground/server';
import { SecretDto } from '@plenary/identity/server';
import {
  BeginJoiningDto,
  InvitationDto,
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
  @Needs('signed-in', arrivalPermissions.invite)
  @Answers(ListOf(InvitationDto))
  async list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<List<InvitationDto>> {
    return { items: await this.invitations.list(actor, id) };
  }

  @Post('organisations/:id/invitations')
  @Needs('write', arrivalPermissions.invite)
  @Answers(MadeInvitationDto, 201)
  invite(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) organisationId: string,
    @Body() { role, email = null!, ...dto }: InviteToOrganisationDto,
  ): Promise<MadeInvitationDto> {
    const to = { organisationId, role, coalitionRole: null, email: email || null };
    return this.invitations.make(actor, { ...to, ...dto });
  }

  @Get('invitations')
  @Needs('signed-in', arrivalPermissions.inviteToRoles)
  @Answers(ListOf(InvitationDto))
  async listOfCoalition(@CurrentActor() actor: Actor): Promise<List<InvitationDto>> {
    return { items: await this.invitations.list(actor, null) };
  }

  @Post('invitations')
  @Needs('write', arrivalPermissions.inviteToRoles)
  @Answers(MadeInvitationDto, 201)
  inviteToCoalition(
    @CurrentActor() actor: Actor,
    @Body() { role, email = null!, ...dto }: InviteToCoalitionDto,
  ): Promise<MadeInvitationDto> {
    const to = { organisationId: null, role: null, coalitionRole: role, email: email || null };
    return this.invitations.make(actor, { ...to, ...dto });
  }

  @Post('invitations/:id/letter')
  @Needs('write', arrivalPermissions.invite, arrivalPermissions.inviteToRoles)
  @Answers(MadeInvitationDto)
  renew(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<MadeInvitationDto> {
    return this.invitations.renew(actor, id);
  }

  @Delete('invitations/:id')
  @Needs('write', arrivalPermissions.invite, arrivalPermissions.inviteToRoles)
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.invitations.revoke(actor, id);
  }

  @Post('joining/look')
  @Public()
  @Answers(InvitationOfferDto)
  look(@Body() dto: SecretDto, @Req() request: Request): Promise<InvitationOfferDto> {
    return this.joining.look(dto.secret, networkOf(request.ip));
  }

  @Post('joining/accept')
  @Needs('write', arrivalPermissions.acceptInvitation)
  @Answers(JoinedDto)
  accept(@CurrentActor() actor: Actor, @Body() dto: SecretDto): Promise<JoinedDto> {
    return this.joining.accept(actor, dto.secret);
  }

  @Post('joining')
  @Public()
  @Answers(JoiningNextDto)
  begin(@Body() dto: BeginJoiningDto, @Req() request: Request): Promise<JoiningNextDto> {
    return this.joining.begin(dto, networkOf(request.ip));
  }

  @Post('joining/confirm')
  @Public()
  @Answers(JoiningConfirmedDto)
  confirm(@Body() dto: SecretDto, @Req() request: Request): Promise<JoiningConfirmedDto> {
    return this.joining.confirm(dto.secret, networkOf(request.ip));
  }
}
