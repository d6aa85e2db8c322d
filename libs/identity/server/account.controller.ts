import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, List } from '@plenary/ground/kernel';
import { Answers, AnyStrength, CurrentActor, IdPipe, ListOf, Needs, OwnerOnly } from '@plenary/ground/server';
import { accountPermissions } from '@plenary/identity/domain';
import { AccountService } from './account.service.js';
import { atBrowser } from './at-browser.js';
import { ChangePasswordDto, CreateTokenDto, EndSessionsQuery, UpdateMeDto } from './identity.dto.js';
import { presentImpersonated, presentSession, presentToken } from './identity.presenter.js';
import { CreatedTokenView, MeView, SessionView, TokenView } from './identity.views.js';
import { SessionsService } from './sessions.service.js';
import { TokensService } from './tokens.service.js';

/** One's own account: profile, password, devices, tokens. */
@ApiTags('identity')
@Controller('me')
@AnyStrength()
export class AccountController {
  constructor(
    private readonly account: AccountService,
    private readonly sessions: SessionsService,
    private readonly tokens: TokensService,
  ) {}

  @Get()
  @Needs('signed-in', accountPermissions.manage)
  @Answers(MeView)
  async me(@CurrentActor() actor: Actor): Promise<MeView> {
    const me = await this.account.present(await this.account.me(actor), await this.account.session(actor));
    return actor.seenBy ? presentImpersonated(me, actor.seenBy) : me;
  }

  @Patch()
  @Needs('write', accountPermissions.manage)
  @Answers(MeView)
  async update(@CurrentActor() actor: Actor, @Body() dto: UpdateMeDto): Promise<MeView> {
    return this.account.present(await this.account.update(actor, dto), await this.account.session(actor));
  }

  @Put('password')
  @Needs('write', accountPermissions.manage)
  @HttpCode(204)
  @ApiNoContentResponse()
  async changePassword(@CurrentActor() actor: Actor, @Body() dto: ChangePasswordDto): Promise<void> {
    await this.account.changePassword(atBrowser(actor), dto);
  }

  @Get('sessions')
  @OwnerOnly()
  @Needs('signed-in', accountPermissions.manage)
  @Answers(ListOf(SessionView))
  async listSessions(@CurrentActor() actor: Actor): Promise<List<SessionView>> {
    return { items: (await this.sessions.list(actor)).map((each) => presentSession(each, actor)) };
  }

  @Delete('sessions/:id')
  @Needs('write', accountPermissions.manage)
  @HttpCode(204)
  @ApiNoContentResponse()
  async endSession(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.sessions.end(atBrowser(actor), id);
  }

  @Delete('sessions')
  @Needs('write', accountPermissions.manage)
  @HttpCode(204)
  @ApiNoContentResponse()
  async endOtherSessions(@CurrentActor() actor: Actor, @Query() query: EndSessionsQuery): Promise<void> {
    await this.sessions.endOthers(atBrowser(actor), query.keys === 'true');
  }

  @Get('tokens')
  @OwnerOnly()
  @Needs('signed-in', accountPermissions.manage)
  @Answers(ListOf(TokenView))
  async listTokens(@CurrentActor() actor: Actor): Promise<List<TokenView>> {
    return { items: (await this.tokens.list(actor)).map(presentToken) };
  }

  @Post('tokens')
  @Needs('write', accountPermissions.manage)
  @Answers(CreatedTokenView, 201)
  async createToken(@CurrentActor() actor: Actor, @Body() dto: CreateTokenDto): Promise<CreatedTokenView> {
    const { secret, token } = await this.tokens.create(atBrowser(actor), dto);
    return { token: secret, view: presentToken(token) };
  }

  @Delete('tokens/:id')
  @Needs('write', accountPermissions.manage)
  @HttpCode(204)
  @ApiNoContentResponse()
  async endToken(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.tokens.end(atBrowser(actor), id);
  }
}
