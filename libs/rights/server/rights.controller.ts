import { Controller, Get, Param, ParseEnumPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@plenary/ground/kernel';
import { CurrentActor, IdPipe, Needs, PageQuery } from '@plenary/ground/server';
import { askedKinds, rightsDeeds, type AskedKind } from '@plenary/rights/domain';
import { StatementRightOfPageDto } from '@plenary/statements/server';
import { DeedListDto, ExplainedDto } from './rights.dto.js';
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
  @Needs('signed-in', rightsDeeds.read)
  @ApiOkResponse({ type: DeedListDto })
  list() {
    return { items: this.rights.list() };
  }

  @Get('people/:id')
  @Needs('signed-in', rightsDeeds.explain)
  @ApiOkResponse({ type: ExplainedDto })
  explainPerson(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.rights.explain(actor, 'people', id);
  }

  @Get('people/:id/statements')
  @Needs('signed-in', rightsDeeds.explain)
  @ApiOkResponse({ type: StatementRightOfPageDto })
  listOfPerson(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery) {
    return this.rights.listStatements(actor, 'people', id, query);
  }

  @Get(':kind/:id')
  @Needs('signed-in', rightsDeeds.read)
  @ApiOkResponse({ type: ExplainedDto })
  explain(@CurrentActor() actor: Actor, @Param('kind', kindPipe) kind: OtherKind, @Param('id') id: string) {
    return this.rights.explain(actor, kind, id);
  }

  @Get(':kind/:id/statements')
  @Needs('signed-in', rightsDeeds.read)
  @ApiOkResponse({ type: StatementRightOfPageDto })
  listStatements(
    @CurrentActor() actor: Actor,
    @Param('kind', kindPipe) kind: OtherKind,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ) {
    return this.rights.listStatements(actor, kind, id, query);
  }
}
