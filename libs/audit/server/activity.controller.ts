import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '@plenary/ground/kernel';
import { CurrentActor, Needs, OwnerOnly } from '@plenary/ground/server';
import { activityDeeds } from '@plenary/audit/domain';
import { ActivityKindListDto, ActivityPageDto, ListActivityDto } from './activity.dto.js';
import { ActivityService } from './activity.service.js';

@ApiTags('audit')
@Controller('activity')
export class ActivityController {
  constructor(private readonly activity: ActivityService) {}

  @Get()
  @Needs('signed-in', activityDeeds.read)
  @ApiOkResponse({ type: ActivityPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ListActivityDto) {
    return this.activity.list(actor, query);
  }

  /** What can be on the record, and how each reads. */
  @Get('kinds')
  @Needs('signed-in', activityDeeds.read)
  @ApiOkResponse({ type: ActivityKindListDto })
  async kinds(@CurrentActor() actor: Actor) {
    return { items: await this.activity.kinds(actor) };
  }

  /** The same, as a table for spreadsheets; on record. */
  @Get('export')
  @OwnerOnly()
  @Needs('signed-in', activityDeeds.read)
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async export(@CurrentActor() actor: Actor, @Query() query: ListActivityDto, @Res() response: Response) {
    const text = await this.activity.export(actor, query);
    response.setHeader('Content-Type', 'text/csv; charset=utf-8');
    response.setHeader('Content-Disposition', 'attachment; filename="activity.csv"');
    response.end(text);
  }
}
