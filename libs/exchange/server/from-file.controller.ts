import { Body, Controller, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiExtraModels, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { Answers, BegunDto, CurrentActor, Needs } from '@plenary/ground/server';
import { statementPermissions } from '@plenary/statements/domain';
import { StatementDto, StatementsService } from '@plenary/statements/server';
import { paragraphsFrom, returnLimits } from '@plenary/exchange/domain';
import { FromFileDto, FromWordFileDto } from './from-file.dto.js';
import { Beginning } from './returned/beginning.service.js';
import { ReturnOutcomeDto } from './returned/returned.dto.js';
import { sentIn } from './sent-in.js';

/** Bytes of the longest text that is taken, with what says which formats it has. */
const textBytes = 6_000_000;

/** Kept in memory: one text, and what is said of it. */
const text = FileInterceptor('text', {
  limits: { files: 1, fileSize: textBytes, fields: 4, fieldSize: 16_000, parts: 5 },
});
/** The same, with what stands beside it in a Word file. */
const textAndBeside = FileInterceptor('text', {
  limits: { files: 1, fileSize: returnLimits.bytes, fields: 5, fieldSize: 256_000, parts: 6 },
});
type Sent = { readonly buffer: Buffer } | undefined;

@ApiTags('exchange')
@Controller('statements/from-file')
export class FromFileController {
  constructor(
    private readonly statements: StatementsService,
    private readonly beginning: Beginning,
  ) {}

  /** EXC-15: begins a statement with paragraphs that were read out of a file, on the device of whoever brings it. */
  @Post()
  @Needs('write', statementPermissions.begin.coalition, statementPermissions.begin.group)
  @UseInterceptors(text)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: FromFileDto })
  @Answers(StatementDto, 201)
  create(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: Sent,
    @Body() { text: _, ...facts }: FromFileDto,
  ): Promise<StatementDto> {
    return this.statements.create(actor, facts, paragraphsFrom(sentIn(file?.buffer)));
  }
  /**
   * EXC-24: begins one with what stands beside the text in a Word file, too; the outcome of that work is a
   * `ReturnOutcomeDto`.
   */
  @Post('beside')
  @Needs('write', statementPermissions.begin.coalition, statementPermissions.begin.group)
  @UseInterceptors(textAndBeside)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: FromWordFileDto })
  @ApiExtraModels(ReturnOutcomeDto)
  @Answers(BegunDto, 202)
  createBeside(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: Sent,
    @Body() { text: _, choices, ...facts }: FromWordFileDto,
  ): Promise<BegunDto> {
    return this.beginning.begin(actor, facts, choices, () => sentIn(file?.buffer));
  }
}
