import { Body, Controller, HttpCode, Param, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiExtraModels, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { BegunDto, CurrentActor, IdPipe, Needs } from '@plenary/ground/server';
import { importLimits, failArrival, arrivalDeeds } from '@plenary/arrivals/domain';
import { ImportFormDto, ImportPreviewDto } from './import.dto.js';
import { TakeBackService } from './take-back.service.js';
import { ImportPreviewService } from './import-preview.service.js';
import { ImportService } from './import.service.js';

/** Kept in memory: one list, and what is said of it. */
const list = FileInterceptor('list', {
  limits: { files: 1, fileSize: importLimits.bytes, fields: 1, fieldSize: 512_000, parts: 4 },
});
type List = { readonly buffer: Buffer } | undefined;

@ApiTags('organisations')
@Controller('imports')
export class ImportController {
  constructor(
    private readonly imports: ImportService,
    private readonly previews: ImportPreviewService,
    private readonly takeBack: TakeBackService,
  ) {}

  /** Begins to look at a list; the outcome of that work is an `ImportPreviewDto`. */
  @Post('preview')
  @Needs('write', arrivalDeeds.import)
  @HttpCode(202)
  @UseInterceptors(list)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ImportFormDto })
  @ApiExtraModels(ImportPreviewDto)
  @ApiAcceptedResponse({ type: BegunDto })
  preview(@CurrentActor() actor: Actor, @UploadedFile() file: List, @Body() { choices }: ImportFormDto) {
    return this.previews.begin(actor, bytesOf(file), choices);
  }

  /** Takes a list back that was taken in within the last hour; `id` is that of the work that took it in. */
  @Post(':id/undo')
  @Needs('write', arrivalDeeds.import)
  @HttpCode(202)
  @ApiAcceptedResponse({ type: BegunDto })
  undo(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.takeBack.begin(actor, id);
  }

  @Post()
  @Needs('write', arrivalDeeds.import)
  @HttpCode(202)
  @UseInterceptors(list)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ImportFormDto })
  @ApiAcceptedResponse({ type: BegunDto })
  begin(@CurrentActor() actor: Actor, @UploadedFile() file: List, @Body() { choices }: ImportFormDto) {
    return this.imports.begin(actor, bytesOf(file), choices);
  }
}

const bytesOf = (file: List): Uint8Array => file?.buffer ?? failArrival('import.not-a-list');
