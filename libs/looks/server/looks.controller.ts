import { lookPermissions } from '@plenary/looks/domain';
import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { Answers, CurrentActor, IdPipe, Needs } from '@plenary/ground/server';
import { accountPermissions } from '@plenary/identity/domain';
import { BeginLookDto, LookDto } from './looks.dto.js';
import { LooksService } from './looks.service.js';

/** Seeing the house as somebody else does (ORG-20). */
@ApiTags('organisations')
@Controller()
export class LooksController {
  constructor(private readonly looks: LooksService) {}

  @Post('people/:id/looks')
  @Needs('write', lookPermissions.look)
  @Answers(LookDto, 201)
  begin(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: BeginLookDto,
  ): Promise<LookDto> {
    return this.looks.begin(actor, id, dto.reason);
  }

  // One's own, also for who is no coordinator any more.
  @Delete('looks/:id')
  @Needs('write', accountPermissions.manage)
  @HttpCode(204)
  @ApiNoContentResponse()
  end(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.looks.end(actor, id);
  }
}
