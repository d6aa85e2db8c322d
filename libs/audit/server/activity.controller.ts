import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, List, Page } from '@plenary/ground/kernel';
import { Answers, CurrentActor, ListOf, Needs, OwnerOnly, PageOf } from '@plenary/ground/server';
import { activityPermissions } from '@plenary/audit/domain';
import { ActivityDto, ActivityKindDto, ListActivityDto } from './activity.dto.js';
import { ActivityService } from './activity.service.js';

@ApiTags('audit')
@Controller('activity')
export class ActivityController {
  constructor(private readonly activity: ActivityService) {}

  @Get()
  @Needs('signed-in', activityPermissions.read)
  @Answers(PageOf(ActivityDto))
  list(@CurrentActor() actor: Actor, @Query() query: ListActivityDto): Promise<Page<ActivityDto>> {
    return this.activity.list(actor, query);
  }

  /** What can be on the record, and how each reads. */
  @Get('kinds')
  @Needs('signed-in', activityPermissions.read)
  @Answers(ListOf(ActivityKindDto))
  async kinds(@CurrentActor() actor: Actor): Promise<List<ActivityKindDto>> {
    return { items: await this.activity.kinds(actor) };
  }

  /** The same, all of it at once, for the table that the reader's own page writes in words; on record. */
  @Get('export')
  @OwnerOnly()
  @Needs('signed-in', activityPermissions.read)
  @Answers(ListOf(ActivityDto))
  async export(@CurrentActor() actor: Actor, @Query() query: ListActivityDto): Promise<List<ActivityDto>> {
    return { items: await this.activity.export(actor, query) };
  }
}
