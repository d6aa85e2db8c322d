import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { AnyStrength, CurrentActor, IdPipe, Needs, OwnerOnly } from '@plenary/ground/server';
import { accountDeeds } from '@plenary/identity/domain';
import { AccountService } from './account.service.js';
import { atBrowser } from './at-browser.js';
import { ChangePasswordDto, CreateTokenDto, EndSessionsQuery, UpdateMeDto } from './identity.dto.js';
import { presentLookedAs, presentSession, presentToken } from './identity.presenter.js';
import { CreatedTokenView, MeView, SessionListView, TokenListView } from './identity.views.js';
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
  @Needs('signed-in', accountDeeds.manage)
  @ApiOkResponse({ type: MeView })
  async me(@CurrentActor() actor: Actor) {
    const me = await this.account.present(await this.account.me(actor), await this.account.session(actor));
    return actor.seenBy ? presentLookedAs(me, actor.seenBy) : me;
  }

  @Patch()
  @Needs('write', accountDeeds.manage)
  @ApiOkResponse({ type: MeView })
  async update(@CurrentActor() actor: Actor, @Body() dto: UpdateMeDto) {
    return this.account.present(await this.account.update(actor, dto), await this.account.session(actor));
  }

  @Put('password')
  @Needs('write', accountDeeds.manage)
  @HttpCode(204)
  @ApiNoContentResponse()
  async changePassword(@CurrentActor() actor: Actor, @Body() dto: ChangePasswordDto) {
    await this.account.changePassword(atBrowser(actor), dto);
  }

  @Get('sessions')
  @OwnerOnly()
  @Needs('signed-in', accountDeeds.manage)
  @ApiOkResponse({ type: SessionListView })
  async listSessions(@CurrentActor() actor: Actor) {
    return { items: (await this.sessions.list(actor)).map((each) => presentSession(each, actor)) };
  }

  @Delete('sessions/:id')
  @Needs('write', accountDeeds.manage)
  @HttpCode(204)
  @ApiNoContentResponse()
  async endSession(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    await this.sessions.end(atBrowser(actor), id);
  }

  @Delete('sessions')
  @Needs('write', accountDeeds.manage)
  @HttpCode(204)
  @ApiNoContentResponse()
  async endOtherSessions(@CurrentActor() actor: Actor, @Query() query: EndSessionsQuery) {
    await this.sessions.endOthers(atBrowser(actor), query.keys === 'true');
  }

  @Get('tokens')
  @OwnerOnly()
  @Needs('signed-in', accountDeeds.manage)
  @ApiOkResponse({ type: TokenListView })
  async listTokens(@CurrentActor() actor: Actor) {
    return { items: (await this.tokens.list(actor)).map(presentToken) };
  }

  @Post('tokens')
  @Needs('write', accountDeeds.manage)
  @ApiCreatedResponse({ type: CreatedTokenView })
  async createToken(@CurrentActor() actor: Actor, @Body() dto: CreateTokenDto) {
    const { secret, token } = await this.tokens.create(atBrowser(actor), dto);
    return { token: secret, view: presentToken(token) };
  }

  @Delete('tokens/:id')
  @Needs('write', accountDeeds.manage)
  @HttpCode(204)
  @ApiNoContentResponse()
  async endToken(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    await this.tokens.end(atBrowser(actor), id);
  }
}
