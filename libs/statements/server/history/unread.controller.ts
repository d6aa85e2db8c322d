import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, List } from '@plenary/ground/kernel';
import { Answers, CurrentActor, ListOf, Needs } from '@plenary/ground/server';
import { statementPermissions } from '@plenary/statements/domain';
import { CountUnreadDto, UnreadCountDto } from './history.dto.js';
import { UnreadService } from './unread.service.js';

/** What changed in several statements at once, for lists of them. */
@ApiTags('statements')
@Controller('unread-statements')
export class UnreadController {
  constructor(private readonly unread: UnreadService) {}

  @Get()
  @Needs('signed-in', statementPermissions.list)
  @Answers(ListOf(UnreadCountDto))
  async count(
    @CurrentActor() actor: Actor,
    @Query() { statement }: CountUnreadDto,
  ): Promise<List<UnreadCountDto>> {
    return { items: await this.unread.count(actor, statement) };
  }
}
