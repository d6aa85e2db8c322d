import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { MayBeAbsent } from '@plenary/ground/server';
import { exportFormats, makers, type ExportFormat, type Maker } from '@plenary/exchange/domain';

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
}
