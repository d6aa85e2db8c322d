import { Body, Controller, Get, Header, HttpCode, Post, Res } from '@nestjs/common';
import { ApiExtraModels, ApiNoContentResponse, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '@plenary/ground/kernel';
import {
  AnyStrength,
  AppConfig,
  CurrentActor,
  Needs,
  OwnerOnly,
  sessionCookie,
} from '@plenary/ground/server';
import { accountPermissions } from '@plenary/identity/domain';
import { atBrowser } from '../at-browser.js';
import { OwnPasswordDto } from '../identity.dto.js';
import { cookieOptions } from '../sign-in-place.js';
import { LeavingService } from './leaving.service.js';
import { MyDataDto, type RoomParts } from './my-data.dto.js';

/** One's own data, and the way out. */
@ApiTags('identity')
@Controller('me')
@AnyStrength()
export class LeavingController {
  constructor(
    private readonly leaving: LeavingService,
    private readonly config: AppConfig,
  ) {}

  @Get('export')
  @OwnerOnly()
  @Needs('signed-in', accountPermissions.manage)
  @Header('Content-Disposition', 'attachment; filename="plenary-my-data.json"')
  @Header('Cache-Control', 'no-store')
  @ApiExtraModels(MyDataDto)
  @ApiOkResponse({
    schema: { allOf: [{ $ref: getSchemaPath(MyDataDto) }, { type: 'object', additionalProperties: true }] },
  })
  export(@CurrentActor() actor: Actor): Promise<MyDataDto & RoomParts> {
    return this.leaving.export(atBrowser(actor));
  }

  @Post('leaving')
  @Needs('write', accountPermissions.manage)
  @HttpCode(204)
  @ApiNoContentResponse()
  async leave(
    @CurrentActor() actor: Actor,
    @Body() dto: OwnPasswordDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.leaving.leave(atBrowser(actor), dto.password);
    response.clearCookie(sessionCookie, cookieOptions(this.config));
  }
}
