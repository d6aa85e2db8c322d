import {
  BadRequestException,
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Req,
  Res,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Request, Response } from 'express';
import type { Actor } from '@plenary/ground/kernel';
import {
  Answers,
  AnyStrength,
  AppConfig,
  CurrentActor,
  IdPipe,
  Needs,
  networkOf,
  OwnerOnly,
  ownOrigins,
  Public,
} from '@plenary/ground/server';
import { accountPermissions } from '@plenary/identity/domain';
import { AccountService } from '../account.service.js';
import { atBrowser } from '../at-browser.js';
import { CodeDto, NewPasskeyDto, OwnPasswordDto, SecretDto, WebAuthnAnswerDto } from '../identity.dto.js';
import { presentPasskey } from '../identity.presenter.js';
import {
  AuthenticatorBegunView,
  MeView,
  RecoveryCodesView,
  SignInWaysView,
  WebAuthnOptionsView,
} from '../identity.views.js';
import { OutsideLinksService } from '../outside/outside-links.service.js';
import { SessionsService } from '../sessions.service.js';
import { letIn, placeOf } from '../sign-in-place.js';
import { DeviceRecoveryService } from './device-recovery.service.js';
import { FactorsService } from './factors.service.js';
import { PasskeysService, type Site } from './passkeys.service.js';

/** Second factors and passkeys. */
@ApiTags('identity')
@Controller()
@AnyStrength()
export class FactorsController {
  constructor(
    private readonly factors: FactorsService,
    private readonly passkeys: PasskeysService,
    private readonly recovery: DeviceRecoveryService,
    private readonly outside: OutsideLinksService,
    private readonly sessions: SessionsService,
    private readonly account: AccountService,
    private readonly config: AppConfig,
  ) {}

  @Get('me/sign-in-ways')
  @OwnerOnly()
  @Needs('signed-in', accountPermissions.manage)
  @Answers(SignInWaysView)
  async ways(@CurrentActor() actor: Actor): Promise<SignInWaysView> {
    const { passkeys, ...ways } = await this.factors.list(actor);
    const recovery = await this.recovery.of(actor.personId);
    return {
      ...ways,
      passkeys: passkeys.map(presentPasskey),
      outside: (await this.outside.list(actor.personId)).map(({ provider, createdAt }) => ({
        provider,
        createdAt: createdAt.toISOString(),
      })),
      recovery: recovery && {
        begunAt: recovery.begunAt.toISOString(),
        dueAt: recovery.dueAt?.toISOString() ?? null,
      },
    };
  }

  /** The accounts at a provider by which one comes in: all of them. */
  @Post('me/outside/removal')
  @Needs('write', accountPermissions.manage)
  @HttpCode(204)
  @ApiNoContentResponse()
  async removeOutside(@CurrentActor() actor: Actor, @Body() dto: OwnPasswordDto): Promise<void> {
    await this.outside.remove(atBrowser(actor), dto.password);
  }

  @Post('me/authenticator')
  @Needs('write', accountPermissions.manage)
  @Answers(AuthenticatorBegunView, 201)
  beginAuthenticator(
    @CurrentActor() actor: Actor,
    @Body() dto: OwnPasswordDto,
  ): Promise<AuthenticatorBegunView> {
    return this.factors.beginAuthenticator(atBrowser(actor), dto.password);
  }

  @Put('me/authenticator')
  @Needs('write', accountPermissions.manage)
  @Answers(RecoveryCodesView)
  async confirmAuthenticator(@CurrentActor() actor: Actor, @Body() dto: CodeDto): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.factors.confirmAuthenticator(atBrowser(actor), dto.code) };
  }

  @Post('me/authenticator/removal')
  @Needs('write', accountPermissions.manage)
  @HttpCode(204)
  @ApiNoContentResponse()
  async removeAuthenticator(@CurrentActor() actor: Actor, @Body() dto: OwnPasswordDto): Promise<void> {
    await this.factors.removeAuthenticator(atBrowser(actor), dto.password);
  }

  @Post('me/recovery-codes')
  @Needs('write', accountPermissions.manage)
  @Answers(RecoveryCodesView, 201)
  async renewRecoveryCodes(
    @CurrentActor() actor: Actor,
    @Body() dto: OwnPasswordDto,
  ): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.factors.renewRecoveryCodes(atBrowser(actor), dto.password) };
  }

  @Post('me/passkeys/options')
  @Needs('write', accountPermissions.manage)
  @Answers(WebAuthnOptionsView, 201)
  async beginPasskey(
    @CurrentActor() actor: Actor,
    @Body() dto: OwnPasswordDto,
    @Req() request: Request,
  ): Promise<WebAuthnOptionsView> {
    return { options: await this.passkeys.beginAdding(atBrowser(actor), dto.password, this.siteOf(request)) };
  }

  @Post('me/passkeys')
  @Needs('write', accountPermissions.manage)
  @Answers(RecoveryCodesView, 201)
  async addPasskey(
    @CurrentActor() actor: Actor,
    @Body() dto: NewPasskeyDto,
    @Req() request: Request,
  ): Promise<RecoveryCodesView> {
    const response = dto.response as unknown as RegistrationResponseJSON;
    return {
      recoveryCodes: await this.passkeys.add(atBrowser(actor), dto.name, response, this.siteOf(request)),
    };
  }

  @Post('me/passkeys/:id/removal')
  @Needs('write', accountPermissions.manage)
  @HttpCode(204)
  @ApiNoContentResponse()
  async removePasskey(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: OwnPasswordDto,
  ): Promise<void> {
    await this.passkeys.remove(atBrowser(actor), id, dto.password);
  }

  @Post('session/passkey/options')
  @Public()
  @Answers(WebAuthnOptionsView, 201)
  async beginSignIn(@Req() request: Request): Promise<WebAuthnOptionsView> {
    return { options: await this.passkeys.beginSignIn(networkOf(request.ip), this.siteOf(request)) };
  }

  /** A passkey asks for the device and for what unlocks it: it is two factors in one. */
  @Post('session/passkey')
  @Public()
  @Answers(MeView, 201)
  async signIn(
    @Body() dto: WebAuthnAnswerDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeView> {
    const answer = dto.response as unknown as AuthenticationResponseJSON;
    const person = await this.passkeys.prove(answer, networkOf(request.ip), this.siteOf(request));
    const started = await this.sessions.open(person, 'factor', placeOf(request));
    letIn(response, this.config, started);
    return this.account.present(started.person, started.session);
  }

  @Delete('me/recovery')
  @Needs('write', accountPermissions.manage)
  @HttpCode(204)
  @ApiNoContentResponse()
  stopRecovery(@CurrentActor() actor: Actor): Promise<void> {
    return this.recovery.stopOwn(actor);
  }

  @Post('recoveries/stop')
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  stopRecoveryByEmail(@Body() dto: SecretDto, @Req() request: Request): Promise<void> {
    return this.recovery.stopByEmail(dto.secret, networkOf(request.ip));
  }

  private siteOf(request: Request): Site {
    const origins = ownOrigins(request, this.config.publicUrl);
    if (!URL.canParse(origins[0]!)) throw new BadRequestException();
    return { origins, host: new URL(origins[0]!).hostname };
  }
}
