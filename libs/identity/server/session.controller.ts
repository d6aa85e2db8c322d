import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor } from '@plenary/ground/kernel';
import {
  AnyStrength,
  AppConfig,
  CurrentActor,
  Needs,
  OwnerOnly,
  Public,
  sessionCookie,
} from '@plenary/ground/server';
import { accountDeeds } from '@plenary/identity/domain';
import { AccountService } from './account.service.js';
import { SignInDto } from './identity.dto.js';
import { presentDemoSignIn } from './identity.presenter.js';
import { DemoView, MeView } from './identity.views.js';
import { PeopleService } from './people.service.js';
import { SessionsService } from './sessions.service.js';
import { cookieOptions, letIn, placeOf } from './sign-in-place.js';

/** Signing in and out. */
@ApiTags('identity')
@Controller()
export class SessionController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly account: AccountService,
    private readonly people: PeopleService,
    private readonly config: AppConfig,
  ) {}

  @Post('session')
  @Public()
  @ApiCreatedResponse({ type: MeView })
  async signIn(
    @Body() dto: SignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const started = await this.sessions.start(dto, placeOf(request));
    letIn(response, this.config, started);
    return this.account.present(started.person, started.session);
  }

  @Delete('session')
  @OwnerOnly()
  @Needs('signed-in', accountDeeds.manage)
  @AnyStrength()
  @HttpCode(204)
  @ApiNoContentResponse()
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) response: Response) {
    response.clearCookie(sessionCookie, cookieOptions(this.config));
    await this.sessions.end(actor, actor.sessionId);
  }

  /** Sign-ins of a demonstration; empty on every other installation. */
  @Get('demo')
  @Public()
  @ApiOkResponse({ type: DemoView })
  async demo() {
    return { items: (await this.people.demoSignIns()).map(presentDemoSignIn) };
  }
}
