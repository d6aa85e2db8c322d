import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor } from '@plenary/ground/kernel';
import { IdPipe } from '../http/id.pipe.js';
import { CurrentActor, Needs } from '../http/needs.js';
import { Subjects } from '../subjects/subjects.js';
import type { FileEntity } from './file.entity.js';
import { FileDoor } from './file-door.js';
import { Files } from './files.js';
import { filePermissions } from './files.permissions.js';
import { failFile } from './files.errors.js';

@ApiTags('files')
@Controller('files')
export class FilesController {
  constructor(
    private readonly files: Files,
    private readonly door: FileDoor,
    private readonly subjects: Subjects,
  ) {}

  /** A file, for whoever may read what it belongs to, at this moment. */
  @Get(':id')
  @Needs('signed-in', filePermissions.read)
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.files.find(id);
    // To others it does not exist.
    if (!file || !(await this.mayRead(actor, file))) return failFile('file.not-found');
    await this.door.send(request, response, file, 'not');
  }

  private async mayRead({ personId }: Actor, { ownerKind, ownerId }: FileEntity): Promise<boolean> {
    return (await this.subjects.mayRead(personId, ownerKind, [ownerId])).has(ownerId);
  }
}
