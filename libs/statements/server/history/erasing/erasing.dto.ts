import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { MayBeAbsent, type Exactly } from '@plenary/ground/server';
import {
  erasureLimits,
  statementLimits,
  type ErasedBesideView,
  type ErasedStatementView,
  type ErasureCoverView,
} from '@plenary/statements/domain';

const longestParagraph = 10_000_000;

export class PartOfParagraphDto {
  @ApiPropertyOptional({
    type: Number,
    minimum: 0,
    description: 'First character; the beginning where absent',
  })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(longestParagraph)
  from?: number;

  @ApiPropertyOptional({ type: Number, minimum: 0, description: 'Behind the last; the end where absent' })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(longestParagraph)
  to?: number;
}

export class PassageDto extends PartOfParagraphDto {
  @ApiProperty({ type: Number, minimum: 1, description: 'Row of the moment at which it stands there' })
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  at!: number;

  @ApiProperty({ type: String, description: 'Id of a paragraph' })
  @Matches(/^[A-Za-z0-9._-]{1,60}$/)
  paragraphId!: string;
}

export class ErasePassageDto extends PassageDto {
  @ApiProperty({ type: String, maxLength: erasureLimits.reason })
  @IsString()
  @MaxLength(erasureLimits.reason)
  reason!: string;

  @ApiPropertyOptional({
    type: String,
    maxLength: statementLimits.titleLength,
    description:
      'Another title, for one that says the words; a mark stands in their place where it is absent',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(statementLimits.titleLength)
  title?: string;
}

export class ErasedStatementDto implements Exactly<ErasedStatementView, ErasedStatementDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: Number, description: 'A copy of an earlier epoch has the words still' })
  epoch!: number;

  @ApiProperty({ type: Number, description: 'Row of the last erasure' })
  seq!: number;

  @ApiProperty({ type: String, format: 'date-time', description: 'The last erasure' })
  at!: string;
}

export class ErasedBesideDto implements Exactly<ErasedBesideView, ErasedBesideDto> {
  @ApiProperty({ type: String })
  what!: string;

  @ApiProperty({ type: Number })
  count!: number;
}

export class ErasureCoverDto implements Exactly<ErasureCoverView, ErasureCoverDto> {
  @ApiProperty({ type: String })
  words!: string;

  @ApiProperty({ type: Number })
  characters!: number;

  @ApiProperty({ type: Number })
  places!: number;

  @ApiProperty({ type: [ErasedBesideDto] })
  beside!: readonly ErasedBesideDto[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'As it would read; null where it does not say them',
  })
  title!: string | null;
}
