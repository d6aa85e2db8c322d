import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { CurrentActor, Needs, OwnerOnly } from '@plenary/ground/server';
import { activityDeeds } from '@plenary/audit/domain';
import { ActivityExportDto, ActivityKindListDto, ActivityPageDto, ListActivityDto } from './activity.dto.js';
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

  /** The same, all of it at once, for the table that the reader's own page writes in words; on record. */
  @Get('export')
  @OwnerOnly()
  @Needs('signed-in', activityDeeds.read)
  @ApiOkResponse({ type: ActivityExportDto })
  async export(@CurrentActor() actor: Actor, @Query() query: ListActivityDto) {
    return { items: await this.activity.export(actor, query) };
  }
}
