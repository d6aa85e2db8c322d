import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Actor } from '@plenary/ground/kernel';
import { BegunDto, CurrentActor, Needs } from '@plenary/ground/server';
import { failOrganisation, organisationDeeds } from '@plenary/organisations/domain';
import { ImportPreviewDto, ImportQueryDto } from './import.dto.js';
import { ImportService } from './import.service.js';

const file = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('organisations')
@Controller('imports')
export class ImportController {
  constructor(private readonly imports: ImportService) {}

  @Post('preview')
  @Needs('write', organisationDeeds.import)
  @HttpCode(200)
  @ApiConsumes('text/csv')
  @ApiBody(file)
  @ApiOkResponse({ type: ImportPreviewDto })
  preview(@CurrentActor() actor: Actor, @Req() request: Request, @Query() query: ImportQueryDto) {
    return this.imports.preview(actor, bytesOf(request), query);
  }

  @Post()
  @Needs('write', organisationDeeds.import)
  @HttpCode(202)
  @ApiConsumes('text/csv')
  @ApiBody(file)
  @ApiAcceptedResponse({ type: BegunDto })
  begin(@CurrentActor() actor: Actor, @Req() request: Request, @Query() query: ImportQueryDto) {
    return this.imports.begin(actor, bytesOf(request), query);
  }
}

const bytesOf = ({ body }: Request): Uint8Array =>
  Buffer.isBuffer(body) ? body : failOrganisation('import.not-a-list');
