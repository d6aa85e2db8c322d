import { Body, Controller, Get, Param, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiExtraModels, ApiTags } from '@nestjs/swagger';
import type { Actor, List } from '@plenary/ground/kernel';
import { Answers, BegunDto, CurrentActor, IdPipe, ListOf, Needs } from '@plenary/ground/server';
import { statementPermissions } from '@plenary/statements/domain';
import { commentPermissions } from '@plenary/comments/domain';
import { returnLimits } from '@plenary/exchange/domain';
import { sentIn } from '../sent-in.js';
import { BringingBack } from './bringing-back.service.js';
import { ReturnedFiles } from './returned-files.service.js';
import { ReturnedFileDto, ReturnFormDto, ReturnOutcomeDto } from './returned.dto.js';

const reading = [statementPermissions.coalition.read, statementPermissions.group.read];
const bringing = [
  ...[statementPermissions.coalition.comment, statementPermissions.group.comment],
  ...[commentPermissions.enterFor.coalition, commentPermissions.enterFor.group],
];

/** Kept in memory: what was read of one file, and what is said of it. */
const text = FileInterceptor('text', {
  limits: { files: 1, fileSize: returnLimits.bytes, fields: 1, fieldSize: 256_000, parts: 3 },
});
type Text = { readonly buffer: Buffer } | undefined;

/** Word files that come back to a statement. */
@ApiTags('exchange')
@Controller('statements/:id/returned-files')
export class StatementReturnsController {
  constructor(
    private readonly bringing: BringingBack,
    private readonly files: ReturnedFiles,
  ) {}

  /** The newest first. */
  @Get()
  @Needs('signed-in', ...reading)
  @Answers(ListOf(ReturnedFileDto))
  async list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<List<ReturnedFileDto>> {
    return { items: await this.files.list(actor, id) };
  }

  /** Begins to look at one and changes nothing; the outcome of that work is a `ReturnOutcomeDto`. */
  @Post('look')
  @Needs('write', ...bringing)
  @UseInterceptors(text)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ReturnFormDto })
  @ApiExtraModels(ReturnOutcomeDto)
  @Answers(BegunDto, 202)
  look(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @UploadedFile() file: Text,
    @Body() { choices }: ReturnFormDto,
  ): Promise<BegunDto> {
    return this.bringing.begin(actor, 'look', id, choices, () => sentIn(file?.buffer));
  }

  /** Begins to bring one back: suggestions and comments; the outcome of that work is a `ReturnOutcomeDto`. */
  @Post()
  @Needs('write', ...bringing)
  @UseInterceptors(text)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ReturnFormDto })
  @Answers(BegunDto, 202)
  bring(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @UploadedFile() file: Text,
    @Body() { choices }: ReturnFormDto,
  ): Promise<BegunDto> {
    return this.bringing.begin(actor, 'bring', id, choices, () => sentIn(file?.buffer));
  }
}

/** One of them. */
@ApiTags('exchange')
@Controller('returned-files/:id')
export class ReturnedFileController {
  constructor(private readonly files: ReturnedFiles) {}

  /** EXC-23: by whoever brought it; as far as nobody decided or answered. */
  @Post('take-back')
  @Needs('write', ...reading)
  @Answers(ReturnedFileDto, 201)
  takeBack(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ReturnedFileDto> {
    return this.files.takeBack(actor, id);
  }
}
