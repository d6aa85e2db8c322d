import { Controller, Delete, Get, Param, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor } from '@plenary/ground/kernel';
import { Answers, CurrentActor, FileDoor, IdPipe, Needs, pictureTypes, Public } from '@plenary/ground/server';
import { organisationPermissions } from '@plenary/organisations/domain';
import { PicturesService } from './pictures.service.js';

class LogoDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  logoId!: string | null;
}

const file = { schema: { type: 'string', format: 'binary' } } as const;
const types = [...pictureTypes];

@ApiTags('organisations')
@Controller()
export class PicturesController {
  constructor(
    private readonly pictures: PicturesService,
    private readonly door: FileDoor,
  ) {}

  /** For everybody, since the coalition's stands at the door; ids cannot be guessed. */
  @Get('pictures/:id')
  @Public()
  @ApiProduces(...types)
  @ApiOkResponse(file)
  async get(
    @Param('id', IdPipe) id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.door.send(request, response, await this.pictures.get(id), 'for-good');
  }

  @Put('coalition/logo')
  @Needs('write', organisationPermissions.change)
  @ApiConsumes(...types)
  @ApiBody(file)
  @Answers(LogoDto)
  setCoalitionLogo(@CurrentActor() actor: Actor, @Req() request: Request): Promise<LogoDto> {
    return this.pictures.setCoalitionLogo(actor, sentIn(request));
  }

  @Delete('coalition/logo')
  @Needs('write', organisationPermissions.change)
  @Answers(LogoDto)
  removeCoalitionLogo(@CurrentActor() actor: Actor): Promise<LogoDto> {
    return this.pictures.setCoalitionLogo(actor, null);
  }

  @Put('organisations/:id/logo')
  @Needs('write', organisationPermissions.describe)
  @ApiConsumes(...types)
  @ApiBody(file)
  @Answers(LogoDto)
  setLogo(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Req() request: Request,
  ): Promise<LogoDto> {
    return this.pictures.setOrganisationLogo(actor, id, sentIn(request));
  }

  @Delete('organisations/:id/logo')
  @Needs('write', organisationPermissions.describe)
  @Answers(LogoDto)
  removeLogo(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<LogoDto> {
    return this.pictures.setOrganisationLogo(actor, id, null);
  }
}

/** Something else than a picture is empty here, and refused once the right was judged. */
const sentIn = ({ body }: Request): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));
