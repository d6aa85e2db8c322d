import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor, List } from '@plenary/ground/kernel';
import {
  Answers,
  AnyStrength,
  AppConfig,
  CurrentActor,
  ListOf,
  Needs,
  OwnerOnly,
  Public,
  sessionCookie,
} from '@plenary/ground/server';
import { accountPermissions } from '@plenary/identity/domain';
import { AccountService } from './account.service.js';
import { SignInDto } from './identity.dto.js';
import { presentDemoSignIn } from './identity.presenter.js';
import { DemoSignInView, MeView } from './identity.views.js';
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
  @Answers(MeView, 201)
  async signIn(
    @Body() dto: SignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeView> {
    const started = await this.sessions.start(dto, placeOf(request));
    letIn(response, this.config, started);
    return this.account.present(started.person, started.session);
  }

  @Delete('session')
  @OwnerOnly()
  @Needs('signed-in', accountPermissions.manage)
  @AnyStrength()
  @HttpCode(204)
  @ApiNoContentResponse()
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) response: Response): Promise<void> {
    response.clearCookie(sessionCookie, cookieOptions(this.config));
    await this.sessions.end(actor, actor.sessionId);
  }

  /** Sign-ins of a demonstration; empty on every other installation. */
  @Get('demo')
  @Public()
  @Answers(ListOf(DemoSignInView))
  async demo(): Promise<List<DemoSignInView>> {
    return { items: (await this.people.demoSignIns()).map(presentDemoSignIn) };
  }
}
