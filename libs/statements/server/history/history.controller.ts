import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, Page } from '@plenary/ground/kernel';
import { Answers, CurrentActor, IdPipe, Needs, NumberPipe, PageOf } from '@plenary/ground/server';
import { statementPermissions } from '@plenary/statements/domain';
import {
  AtMomentDto,
  AuthorshipDto,
  CompareDto,
  ComparisonDto,
  HistoryDto,
  ListStretchesDto,
  MomentDto,
  NameVersionDto,
  NoteReadDto,
  OpenHistoryDto,
  RestoreDto,
  RestoredDto,
  StretchDto,
  UnreadDto,
  VersionDto,
} from './history.dto.js';
import { HistoryService } from './history.service.js';
import { RestoringService } from './restoring.service.js';
import { UnreadService } from './unread.service.js';
import { VersionsService } from './versions.service.js';

const seeing = Object.values(statementPermissions.history);
const writing = [statementPermissions.coalition.edit, statementPermissions.group.edit];
const managing = [statementPermissions.coalition.manage, statementPermissions.group.manage];

@ApiTags('statements')
@Controller('statements/:id/history')
export class HistoryController {
  constructor(
    private readonly history: HistoryService,
    private readonly versions: VersionsService,
    private readonly unread: UnreadService,
    private readonly restoring: RestoringService,
  ) {}

  @Get()
  @Needs('signed-in', ...seeing)
  @Answers(HistoryDto)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<HistoryDto> {
    return this.history.get(actor, id);
  }

  @Get('stretches')
  @Needs('signed-in', ...seeing)
  @Answers(PageOf(StretchDto))
  listStretches(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: ListStretchesDto,
  ): Promise<Page<StretchDto>> {
    return this.history.listStretches(actor, id, query);
  }

  @Get('moments/:seq')
  @Needs('signed-in', ...seeing)
  @Answers(MomentDto)
  moment(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('seq', NumberPipe) seq: string,
  ): Promise<MomentDto> {
    return this.history.moment(actor, id, Number(seq));
  }

  @Get('comparison')
  @Needs('signed-in', ...seeing)
  @Answers(ComparisonDto)
  compare(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() { from, to }: CompareDto,
  ): Promise<ComparisonDto> {
    return this.history.compare(actor, id, from, to);
  }

  @Get('authorship')
  @Needs('signed-in', ...seeing)
  @Answers(AuthorshipDto)
  authorship(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() { at }: AtMomentDto,
  ): Promise<AuthorshipDto> {
    return this.history.authorship(actor, id, at);
  }

  @Get('unread')
  @Needs('signed-in', ...seeing)
  @Answers(UnreadDto)
  getUnread(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<UnreadDto> {
    return this.unread.get(actor, id);
  }

  @Post('read')
  @Needs('write', ...seeing)
  @HttpCode(204)
  @ApiNoContentResponse()
  noteRead(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: NoteReadDto,
  ): Promise<void> {
    return this.unread.noteRead(actor, id, body);
  }

  @Post('versions')
  @Needs('write', ...writing)
  @Answers(VersionDto, 201)
  nameVersion(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: NameVersionDto,
  ): Promise<VersionDto> {
    return this.versions.name(actor, id, body);
  }

  @Post('restorations')
  @Needs('write', ...writing)
  @Answers(RestoredDto, 201)
  restore(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: RestoreDto,
  ): Promise<RestoredDto> {
    return this.restoring.restore(actor, id, body);
  }

  @Put('right')
  @Needs('write', ...managing)
  @HttpCode(204)
  @ApiNoContentResponse()
  openTo(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { right }: OpenHistoryDto,
  ): Promise<void> {
    return this.history.openTo(actor, id, right);
  }
}
