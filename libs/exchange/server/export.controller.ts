import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor } from '@plenary/ground/kernel';
import { answerWithFile, CurrentActor, IdPipe, Needs } from '@plenary/ground/server';
import { statementPermissions } from '@plenary/statements/domain';
import { asCommentsHeader } from '@plenary/exchange/domain';
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
  @ApiOkResponse({
    schema: { type: 'string', format: 'binary' },
    headers: {
      [asCommentsHeader]: {
        schema: { type: 'integer' },
        description: 'Suggestions that stand in the file as comments, since tracked changes cannot say them',
      },
    },
  })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: ExportDto,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { suggestions, comments, ...more } = query;
    const asked = { ...more, suggestions: suggestions === 'true', comments: comments === 'true' };
    const { name, type, bytes, etag, asComments } = await this.exports.make(actor, id, asked);
    if (asked.suggestions) response.setHeader(asCommentsHeader, asComments);
    await answerWithFile(request, response, {
      ...{ name, type, bytes: bytes.length, etag, kept: 'not' },
      open: async ({ start, end } = { start: 0, end: bytes.length - 1 }) =>
        Readable.from([bytes.subarray(start, end + 1)]),
    });
  }
}
