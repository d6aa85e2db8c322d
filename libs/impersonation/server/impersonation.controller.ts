import { impersonationPermissions } from '@plenary/impersonation/domain';
import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { Answers, CurrentActor, IdPipe, Needs } from '@plenary/ground/server';
import { accountPermissions } from '@plenary/identity/domain';
import { BeginImpersonationDto, ImpersonationDto } from './impersonation.dto.js';
import { ImpersonationService } from './impersonation.service.js';

/** Seeing Plenary as somebody else does (ORG-20). */
@ApiTags('organisations')
@Controller()
export class ImpersonationController {
  constructor(private readonly impersonations: ImpersonationService) {}

  @Post('people/:id/looks')
  @Needs('write', impersonationPermissions.begin)
  @Answers(ImpersonationDto, 201)
  begin(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: BeginImpersonationDto,
  ): Promise<ImpersonationDto> {
    return this.impersonations.begin(actor, id, dto.reason);
  }

  // One's own, also for who is no coordinator any more.
  @Delete('looks/:id')
  @Needs('write', accountPermissions.manage)
  @HttpCode(204)
  @ApiNoContentResponse()
  end(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.impersonations.end(actor, id);
  }
}
