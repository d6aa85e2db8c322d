import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { MayBeAbsent } from '@plenary/ground/server';
import {
  exportFormats,
  exportNames,
  makers,
  type ExportFormat,
  type ExportNames,
  type Maker,
} from '@plenary/exchange/domain';

export class ExportDto {
  @ApiPropertyOptional({ enum: exportFormats, enumName: 'ExportFormat', default: 'docx' })
  @MayBeAbsent()
  @IsIn(exportFormats)
  format?: ExportFormat;

  @ApiPropertyOptional({
    enum: makers,
    enumName: 'ExportMaker',
    description: 'Who is named in the file as its maker; absent, nobody is',
  })
  @MayBeAbsent()
  @IsIn(makers)
  by?: Maker;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    default: 'false',
    description: 'Open suggestions as tracked changes; in a Word file alone',
  })
  @MayBeAbsent()
  @IsIn(['true', 'false'])
  suggestions?: 'true' | 'false';

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    default: 'false',
    description: 'Threads as comments, those that the caller may read; in a Word file alone',
  })
  @MayBeAbsent()
  @IsIn(['true', 'false'])
  comments?: 'true' | 'false';

  @ApiPropertyOptional({
    enum: exportNames,
    enumName: 'ExportNames',
    default: 'none',
    description: 'Who is named as having suggested or said something; times are in the file of those alone',
  })
  @MayBeAbsent()
  @IsIn(exportNames)
  names?: ExportNames;
}
