import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, registerDecorator } from 'class-validator';
import { importFields, importProblems, type ImportMapping } from '@plenary/organisations/domain';
import { encodings, separators, type Encoding, type Separator } from './list-file.js';

/** Columns by field, each a small number. */
function IsMapping() {
  return (target: object, propertyName: string) =>
    registerDecorator({
      name: 'isMapping',
      target: target.constructor,
      propertyName,
      validator: {
        validate: (value: unknown) =>
          typeof value === 'object' &&
          value !== null &&
          Object.entries(value).every(
            ([field, place]) =>
              importFields.some((known) => known === field) &&
              Number.isInteger(place) &&
              place >= 0 &&
              place < 1_000,
          ),
      },
    });
}

export class ImportQueryDto {
  @ApiPropertyOptional({ enum: encodings, description: 'Found out where absent' })
  @IsOptional()
  @IsIn(encodings)
  encoding?: Encoding;

  @ApiPropertyOptional({ enum: separators, description: 'Found out where absent' })
  @IsOptional()
  @IsIn(separators)
  separator?: Separator;

  @ApiPropertyOptional({ type: String, description: 'JSON: column by field, from 0; guessed where absent' })
  @IsOptional()
  @Transform(({ value }) => {
    try {
      return JSON.parse(String(value)) as unknown;
    } catch {
      return 'no JSON';
    }
  })
  @IsMapping()
  mapping?: ImportMapping;

  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Writes to new people' })
  @IsOptional()
  @IsIn(['true', 'false'])
  welcome?: 'true' | 'false';
}

export class ImportProblemDto {
  @ApiProperty({ type: Number })
  line!: number;

  @ApiProperty({ enum: importFields, enumName: 'ImportField', nullable: true })
  field!: string | null;

  @ApiProperty({ enum: importProblems, enumName: 'ImportProblemKind' })
  problem!: string;

  @ApiProperty({ type: String })
  value!: string;
}

export class ImportPreviewDto {
  @ApiProperty({ enum: encodings, enumName: 'ImportEncoding' })
  encoding!: string;

  @ApiProperty({ enum: separators })
  separator!: string;

  @ApiProperty({ type: [String] })
  heads!: string[];

  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } })
  mapping!: Record<string, number>;

  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'string' } } })
  sample!: string[][];

  @ApiProperty({ type: Number })
  lines!: number;

  @ApiProperty({ type: Number })
  problemCount!: number;

  @ApiProperty({ type: [ImportProblemDto], description: 'The first 200' })
  problems!: ImportProblemDto[];

  @ApiProperty({ type: Number })
  newOrganisations!: number;

  @ApiProperty({ type: Number })
  changedOrganisations!: number;

  @ApiProperty({ type: Number })
  newPeople!: number;

  @ApiProperty({ type: Number })
  newRepresentatives!: number;
}
