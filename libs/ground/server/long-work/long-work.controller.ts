import { Readable } from 'node:stream';
import { Controller, Delete, Get, HttpCode, Param, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor, List } from '@plenary/ground/kernel';
import { answerWithFile } from '../files/answer-with-file.js';
import { Answers } from '../http/answers.js';
import { IdPipe } from '../http/id.pipe.js';
import { CurrentActor, Needs, OwnerOnly } from '../http/needs.js';
import { ListOf } from '../lists/list-of.js';
import { longWorkPermissions } from './long-work.permissions.js';
import { LongWorkDto, presentLongWork } from './long-work.dto.js';
import { LongWorks } from './long-works.js';

/** What the caller began, and what came of it; nobody else's. */
@ApiTags('work')
@Controller('me/work')
@OwnerOnly()
export class LongWorkController {
  constructor(private readonly works: LongWorks) {}

  /** The newest of the last day. */
  @Get()
  @Needs('signed-in', longWorkPermissions.watch)
  @Answers(ListOf(LongWorkDto))
  async list(@CurrentActor() actor: Actor): Promise<List<LongWorkDto>> {
    return { items: (await this.works.list(actor)).map(presentLongWork) };
  }

  @Get(':id')
  @Needs('signed-in', longWorkPermissions.watch)
  @Answers(LongWorkDto)
  async get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<LongWorkDto> {
    return presentLongWork(await this.works.get(actor, id));
  }

  @Get(':id/file')
  @Needs('signed-in', longWorkPermissions.watch)
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { name, type, bytes } = await this.works.file(actor, id);
    await answerWithFile(request, response, {
      ...{ name, type: type.split(';')[0]!, bytes: bytes.length, etag: id, kept: 'not' },
      open: async ({ start, end } = { start: 0, end: bytes.length - 1 }) =>
        Readable.from([bytes.subarray(start, end + 1)]),
    });
  }

  @Delete(':id')
  @Needs('write', longWorkPermissions.watch)
  @HttpCode(204)
  @ApiNoContentResponse()
  putAway(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.works.putAway(actor, id);
  }
}
