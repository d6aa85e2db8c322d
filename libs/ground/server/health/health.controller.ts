import { Controller, Get, HttpCode } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { failGround } from '../http/ground.errors.js';
import { Public } from '../http/needs.js';
import { databaseAnswers } from './database-answers.js';

/** For whoever watches the process: is it alive, can it serve? */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly database: DataSource) {}

  @Get('live')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ description: 'The process answers.' })
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @Public()
  @ApiOkResponse({ description: 'The database answers and is of this version.' })
  async ready(): Promise<{ status: 'ready' }> {
    if (!(await databaseAnswers(this.database))) failGround('server.database-away');
    return { status: 'ready' };
  }
}
