import { arrivalPermissions } from '@plenary/arrivals/domain';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean } from 'class-validator';
import type { Actor } from '@plenary/ground/kernel';
import { Answers, BegunDto, CurrentActor, IsId, MayBeAbsent, Needs } from '@plenary/ground/server';
import { organisationLimits } from '@plenary/organisations/domain';
import { ExportService } from './export.service.js';

export class ExportListDto {
  @ApiProperty({ description: 'Unlisted organisations, too' })
  @IsBoolean()
  unlisted!: boolean;

  @ApiProperty({ description: 'Addresses of people, too' })
  @IsBoolean()
  addresses!: boolean;

  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: organisationLimits.bulkLines })
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(organisationLimits.bulkLines)
  @ArrayUnique()
  @IsId({ each: true })
  ids?: string[];
}

@ApiTags('organisations')
@Controller('exports')
export class ExportController {
  constructor(private readonly exports: ExportService) {}

  /** A command, since it is put on record; the list is the file of the work that it begins. */
  @Post('organisations')
  @Needs('write', arrivalPermissions.export)
  @Answers(BegunDto, 202)
  begin(@CurrentActor() actor: Actor, @Body() dto: ExportListDto): Promise<BegunDto> {
    return this.exports.begin(actor, { ...dto });
  }
}
