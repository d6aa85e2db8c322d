import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { Answers, CurrentActor, IdPipe, Needs, NumberPipe } from '@plenary/ground/server';
import { statementPermissions } from '@plenary/statements/domain';
import { ErasureDto } from '../history.dto.js';
import { ErasePassageDto, ErasureCoverDto, PartOfParagraphDto } from './erasing.dto.js';
import { ErasingService } from './erasing.service.js';

const managing = [statementPermissions.coalition.manage, statementPermissions.group.manage];

@ApiTags('statements')
@Controller('statements/:id/history')
export class ErasingController {
  constructor(private readonly erasing: ErasingService) {}

  /** What erasing a passage would cover. */
  @Get('moments/:seq/paragraphs/:paragraphId/erasure')
  @Needs('signed-in', ...managing)
  @Answers(ErasureCoverDto)
  cover(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('seq', NumberPipe) seq: string,
    @Param('paragraphId') paragraphId: string,
    @Query() part: PartOfParagraphDto,
  ): Promise<ErasureCoverDto> {
    return this.erasing.cover(actor, id, { at: Number(seq), paragraphId, ...part });
  }

  @Post('erasures')
  @Needs('write', ...managing)
  @Answers(ErasureDto, 201)
  erase(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason, title, ...passage }: ErasePassageDto,
  ): Promise<ErasureDto> {
    return this.erasing.erase(actor, id, passage, { reason, title });
  }
}
