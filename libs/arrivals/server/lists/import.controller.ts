import { Body, Controller, Param, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiExtraModels, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { Answers, BegunDto, CurrentActor, IdPipe, Needs } from '@plenary/ground/server';
import { importLimits, failArrival, arrivalPermissions } from '@plenary/arrivals/domain';
import { ImportFormDto, ImportPreviewDto } from './import.dto.js';
import { UndoImportService } from './undo-import.service.js';
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
    private readonly undoImport: UndoImportService,
  ) {}

  /** Begins to look at a list; the outcome of that work is an `ImportPreviewDto`. */
  @Post('preview')
  @Needs('write', arrivalPermissions.import)
  @UseInterceptors(list)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ImportFormDto })
  @ApiExtraModels(ImportPreviewDto)
  @Answers(BegunDto, 202)
  preview(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: List,
    @Body() { choices }: ImportFormDto,
  ): Promise<BegunDto> {
    return this.previews.begin(actor, bytesOf(file), choices);
  }

  /** Undoes an import of the last hour; `id` is that of the work that imported it. */
  @Post(':id/undo')
  @Needs('write', arrivalPermissions.import)
  @Answers(BegunDto, 202)
  undo(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<BegunDto> {
    return this.undoImport.begin(actor, id);
  }

  @Post()
  @Needs('write', arrivalPermissions.import)
  @UseInterceptors(list)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ImportFormDto })
  @Answers(BegunDto, 202)
  begin(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: List,
    @Body() { choices }: ImportFormDto,
  ): Promise<BegunDto> {
    return this.imports.begin(actor, bytesOf(file), choices);
  }
}

const bytesOf = (file: List): Uint8Array => file?.buffer ?? failArrival('import.not-a-list');
