import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DomainError } from '@plenary/ground/kernel';
import { Answers, AppConfig, cookieFrom, networkOf, Public } from '@plenary/ground/server';
import { AccountService } from '../account.service.js';
import { OutsideCodeDto } from '../identity.dto.js';
import { MeView, OutsideSignInView } from '../identity.views.js';
import { cookieOptions, letIn, placeOf } from '../sign-in-place.js';
import { OutsideSignInService } from './outside-sign-in.service.js';

/** Binds the answer to the browser that was sent away, so that nobody can be signed in as somebody else. */
const stateCookie = 'plenary_outside';

/** Sign-in at a provider of OpenID Connect. */
@ApiTags('identity')
@Controller('outside')
export class OutsideController {
  constructor(
    private readonly outside: OutsideSignInService,
    private readonly account: AccountService,
    private readonly config: AppConfig,
  ) {}

  @Get()
  @Public()
  @Answers(OutsideSignInView)
  provider(): OutsideSignInView {
    return { provider: this.outside.provider };
  }

  @Get('begin')
  @Public()
  @ApiFoundResponse({ description: 'The page of the provider', content: {} })
  async begin(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.orTell(response, async () => {
      const { address, state } = await this.outside.begin(networkOf(request.ip));
      response.cookie(stateCookie, state, { ...cookieOptions(this.config), maxAge: 600_000 });
      response.redirect(address);
    });
  }

  @Get('return')
  @Public()
  @ApiFoundResponse({ description: 'The house, or the page that says what is missing', content: {} })
  async arrive(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.orTell(response, async () => {
      const query = request.originalUrl.split('?')[1] ?? '';
      const expected = cookieFrom(request.headers.cookie ?? '', stateCookie);
      response.clearCookie(stateCookie, cookieOptions(this.config));
      const arrival = await this.outside.arrive(query, expected, placeOf(request));
      if ('codeFor' in arrival) return response.redirect(`/outside#${arrival.codeFor}`);
      letIn(response, this.config, arrival.started);
      response.redirect('/');
    });
  }

  @Post('code')
  @Public()
  @Answers(MeView, 201)
  async complete(
    @Body() dto: OutsideCodeDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeView> {
    const started = await this.outside.complete(dto.secret, dto.code, placeOf(request));
    letIn(response, this.config, started);
    return this.account.present(started.person, started.session);
  }

  /** A browser stands here with nothing but an address bar: what went wrong is told on a page. */
  private async orTell(response: Response, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (reason) {
      if (!(reason instanceof DomainError)) throw reason;
      response.redirect(`/outside?problem=${encodeURIComponent(reason.code)}`);
    }
  }
}
