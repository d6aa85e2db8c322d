import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, List } from '@plenary/ground/kernel';
import { Answers, CurrentActor, IdPipe, ListOf, Needs, OwnerOnly } from '@plenary/ground/server';
import { organisationPermissions } from '@plenary/organisations/domain';
import { SavedListDto, SaveListDto } from './saved-lists.dto.js';
import { SavedListsService } from './saved-lists.service.js';

/** Filters and columns that a person keeps under a name; nobody else sees them. */
@ApiTags('organisations')
@Controller('me/lists')
export class SavedListsController {
  constructor(private readonly lists: SavedListsService) {}

  @Get()
  @OwnerOnly()
  @Needs('signed-in', organisationPermissions.keepList)
  @Answers(ListOf(SavedListDto))
  async list(@CurrentActor() actor: Actor): Promise<List<SavedListDto>> {
    return { items: await this.lists.list(actor) };
  }

  @Post()
  @Needs('write', organisationPermissions.keepList)
  @Answers(SavedListDto, 201)
  save(@CurrentActor() actor: Actor, @Body() dto: SaveListDto): Promise<SavedListDto> {
    return this.lists.save(actor, dto);
  }

  @Delete(':id')
  @Needs('write', organisationPermissions.keepList)
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.lists.remove(actor, id);
  }
}
