import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { Answers, CurrentActor, Needs, NumberPipe } from '@plenary/ground/server';
import { operationPermissions } from '@plenary/operation/domain';
import { FailedWorkDto } from './failed-work.dto.js';
import { FailedWorkService } from './failed-work.service.js';

@ApiTags('operation')
@Controller('operation/work')
export class FailedWorkController {
  constructor(private readonly work: FailedWorkService) {}

  @Get()
  @Needs('signed-in', operationPermissions.read)
  @Answers(FailedWorkDto)
  get(@CurrentActor() actor: Actor): Promise<FailedWorkDto> {
    return this.work.get(actor);
  }

  @Post(':number/retry')
  @HttpCode(204)
  @Needs('write', operationPermissions.retry)
  @ApiNoContentResponse()
  retry(@CurrentActor() actor: Actor, @Param('number', NumberPipe) number: string): Promise<void> {
    return this.work.retry(actor, number);
  }
}
