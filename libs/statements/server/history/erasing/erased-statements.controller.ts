import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, List } from '@plenary/ground/kernel';
import { Answers, CurrentActor, ListOf, Needs } from '@plenary/ground/server';
import { statementPermissions } from '@plenary/statements/domain';
import { ErasedStatementDto } from './erasing.dto.js';
import { ErasingService } from './erasing.service.js';

/** For devices that keep copies of texts. */
@ApiTags('statements')
@Controller('erased-statements')
export class ErasedStatementsController {
  constructor(private readonly erasing: ErasingService) {}

  /** Of those that the caller may read; the latest first. */
  @Get()
  @Needs('signed-in', statementPermissions.list)
  @Answers(ListOf(ErasedStatementDto))
  async list(@CurrentActor() actor: Actor): Promise<List<ErasedStatementDto>> {
    return { items: await this.erasing.erasedStatements(actor) };
  }
}
