import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { CurrentActor, IdPipe, Needs, OwnerOnly } from '@plenary/ground/server';
import { organisationDeeds } from '@plenary/organisations/domain';
import { SavedListDto, SavedListListDto, SaveListDto } from './saved-lists.dto.js';
import { SavedListsService } from './saved-lists.service.js';

/** Filters and columns that a person keeps under a name; nobody else sees them. */
@ApiTags('organisations')
@Controller('me/lists')
export class SavedListsController {
  constructor(private readonly lists: SavedListsService) {}

  @Get()
  @OwnerOnly()
  @Needs('signed-in', organisationDeeds.keepList)
  @ApiOkResponse({ type: SavedListListDto })
  async list(@CurrentActor() actor: Actor) {
    return { items: await this.lists.list(actor) };
  }

  @Post()
  @Needs('write', organisationDeeds.keepList)
  @ApiCreatedResponse({ type: SavedListDto })
  save(@CurrentActor() actor: Actor, @Body() dto: SaveListDto) {
    return this.lists.save(actor, dto);
  }

  @Delete(':id')
  @Needs('write', organisationDeeds.keepList)
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.lists.remove(actor, id);
  }
}
