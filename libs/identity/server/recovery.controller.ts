import { Body, Controller, HttpCode, Post, Put, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Actor } from '@plenary/ground/kernel';
import { Answers, CurrentActor, Needs, networkOf, Public } from '@plenary/ground/server';
import { accountPermissions } from '@plenary/identity/domain';
import { atBrowser } from './at-browser.js';
import { EmailChangeService } from './email-change.service.js';
import { AskForResetDto, ChangeEmailDto, ResetPasswordDto, SecretDto } from './identity.dto.js';
import { EmailConfirmedView } from './identity.views.js';
import { PasswordResetService } from './password-reset.service.js';

/** What e-mails are for: a forgotten password, another address. */
@ApiTags('identity')
@Controller()
export class RecoveryController {
  constructor(
    private readonly resets: PasswordResetService,
    private readonly emails: EmailChangeService,
  ) {}

  @Post('password-resets')
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  async askForReset(@Body() dto: AskForResetDto, @Req() request: Request): Promise<void> {
    await this.resets.begin(dto.email, networkOf(request.ip));
  }

  @Post('password-resets/complete')
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  async reset(@Body() dto: ResetPasswordDto, @Req() request: Request): Promise<void> {
    await this.resets.complete(dto, networkOf(request.ip));
  }

  @Put('me/email')
  @Needs('write', accountPermissions.manage)
  @HttpCode(204)
  @ApiNoContentResponse()
  async changeEmail(@CurrentActor() actor: Actor, @Body() dto: ChangeEmailDto): Promise<void> {
    await this.emails.begin(atBrowser(actor), dto);
  }

  @Post('email-changes/confirm')
  @Public()
  @Answers(EmailConfirmedView)
  confirmEmail(@Body() dto: SecretDto, @Req() request: Request): Promise<EmailConfirmedView> {
    return this.emails.confirm(dto.secret, networkOf(request.ip));
  }
}
