import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { Answers, CurrentActor, Needs, NumberPipe } from '@plenary/ground/server';
import { operationPermissions } from '@plenary/operation/domain';
import { OperationDto } from './operation.dto.js';
import { OperationService } from './operation.service.js';

@ApiTags('operation')
@Controller('operation')
export class OperationController {
  constructor(private readonly operation: OperationService) {}

  @Get()
  @Needs('signed-in', operationPermissions.read)
  @Answers(OperationDto)
  get(@CurrentActor() actor: Actor): Promise<OperationDto> {
    return this.operation.get(actor);
  }

  @Post('untold/:number/retry')
  @HttpCode(204)
  @Needs('write', operationPermissions.retry)
  @ApiNoContentResponse()
  retry(@CurrentActor() actor: Actor, @Param('number', NumberPipe) number: string): Promise<void> {
    return this.operation.retry(actor, number);
  }
}
