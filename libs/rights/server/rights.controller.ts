import { Controller, Get, Param, ParseEnumPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, List, Page } from '@plenary/ground/kernel';
import { Answers, CurrentActor, IdPipe, ListOf, Needs, PageOf, PageQuery } from '@plenary/ground/server';
import { askedKinds, rightsPermissions, type AskedKind } from '@plenary/rights/domain';
import { StatementRightOfDto } from '@plenary/statements/server';
import { PermissionDto, ExplainedDto } from './rights.dto.js';
import { RightsService } from './rights.service.js';

const others = Object.fromEntries(askedKinds.filter((kind) => kind !== 'people').map((kind) => [kind, kind]));
const kindPipe = new ParseEnumPipe(others, { errorHttpStatusCode: 404 });
type OtherKind = Exclude<AskedKind, 'people'>;

/** Who may do what, and why. */
@ApiTags('rights')
@Controller('rights')
export class RightsController {
  constructor(private readonly rights: RightsService) {}

  @Get()
  @Needs('signed-in', rightsPermissions.read)
  @Answers(ListOf(PermissionDto))
  list(): List<PermissionDto> {
    return { items: this.rights.list() };
  }

  @Get('people/:id')
  @Needs('signed-in', rightsPermissions.explain)
  @Answers(ExplainedDto)
  explainPerson(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ExplainedDto> {
    return this.rights.explain(actor, 'people', id);
  }

  @Get('people/:id/statements')
  @Needs('signed-in', rightsPermissions.explain)
  @Answers(PageOf(StatementRightOfDto))
  listOfPerson(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<StatementRightOfDto>> {
    return this.rights.listStatements(actor, 'people', id, query);
  }

  @Get(':kind/:id')
  @Needs('signed-in', rightsPermissions.read)
  @Answers(ExplainedDto)
  explain(
    @CurrentActor() actor: Actor,
    @Param('kind', kindPipe) kind: OtherKind,
    @Param('id') id: string,
  ): Promise<ExplainedDto> {
    return this.rights.explain(actor, kind, id);
  }

  @Get(':kind/:id/statements')
  @Needs('signed-in', rightsPermissions.read)
  @Answers(PageOf(StatementRightOfDto))
  listStatements(
    @CurrentActor() actor: Actor,
    @Param('kind', kindPipe) kind: OtherKind,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<StatementRightOfDto>> {
    return this.rights.listStatements(actor, kind, id, query);
  }
}
