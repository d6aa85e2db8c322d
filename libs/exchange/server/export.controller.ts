import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor } from '@plenary/ground/kernel';
import { answerWithFile, CurrentActor, IdPipe, Needs } from '@plenary/ground/server';
import { statementPermissions } from '@plenary/statements/domain';
import { ExportDto } from './export.dto.js';
import { ExportService } from './export.service.js';

@ApiTags('exchange')
@Controller('statements/:id/export')
export class ExportController {
  constructor(private readonly exports: ExportService) {}

  /** The statement as a file, as it is saved at this moment. */
  @Get()
  @Needs('signed-in', statementPermissions.coalition.read, statementPermissions.group.read)
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: ExportDto,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { name, type, bytes, etag } = await this.exports.make(actor, id, query);
    await answerWithFile(request, response, {
      ...{ name, type, bytes: bytes.length, etag, kept: 'not' },
      open: async ({ start, end } = { start: 0, end: bytes.length - 1 }) =>
        Readable.from([bytes.subarray(start, end + 1)]),
    });
  }
}
