import { Body, Controller, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { Answers, CurrentActor, Needs } from '@plenary/ground/server';
import { statementPermissions } from '@plenary/statements/domain';
import { StatementDto, StatementsService } from '@plenary/statements/server';
import { failExchange, paragraphsFrom } from '@plenary/exchange/domain';
import { FromFileDto } from './from-file.dto.js';

/** Bytes of the longest text that is taken, with what says which formats it has. */
const textBytes = 6_000_000;

/** Kept in memory: one text, and what is said of it. */
const text = FileInterceptor('text', {
  limits: { files: 1, fileSize: textBytes, fields: 4, fieldSize: 16_000, parts: 5 },
});

@ApiTags('exchange')
@Controller('statements/from-file')
export class FromFileController {
  constructor(private readonly statements: StatementsService) {}

  /** EXC-15: begins a statement with paragraphs that were read out of a file, on the device of whoever brings it. */
  @Post()
  @Needs('write', statementPermissions.begin.coalition, statementPermissions.begin.group)
  @UseInterceptors(text)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: FromFileDto })
  @Answers(StatementDto, 201)
  create(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: { readonly buffer: Buffer } | undefined,
    @Body() { text: _, ...facts }: FromFileDto,
  ): Promise<StatementDto> {
    return this.statements.create(actor, facts, paragraphsFrom(sentIn(file?.buffer)));
  }
}

function sentIn(bytes: Buffer | undefined): unknown {
  try {
    return JSON.parse(bytes?.toString('utf8') ?? '');
  } catch {
    return failExchange('exchange.text-refused');
  }
}
