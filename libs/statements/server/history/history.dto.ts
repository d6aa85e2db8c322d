import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { pageLimit } from '@plenary/ground/kernel';
import { IsId, MayBeAbsent, type Exactly } from '@plenary/ground/server';
import {
  historyLimits,
  historyRights,
  paragraphDirections,
  paragraphKinds,
  paragraphStates,
  paragraphStyles,
  pieceKinds,
  type AuthorView,
  type AuthoredParagraphView,
  type AuthoredSpanView,
  type AuthorshipView,
  type ComparedParagraphView,
  type ComparisonView,
  type ErasureView,
  type HistoryRight,
  type HistoryView,
  type MomentParagraphView,
  type MomentRefView,
  type MomentView,
  type OrganisationShareView,
  type ParagraphAttributes,
  type ParagraphDirection,
  type ParagraphKind,
  type ParagraphState,
  type ParagraphStyle,
  type PieceKind,
  type PieceView,
  type PlacedMomentView,
  type RestoredView,
  type SpanView,
  type StretchAuthorView,
  type StretchView,
  type UnreadCountView,
  type UnreadView,
  type VersionView,
} from '@plenary/statements/domain';

/** Row numbers; JSON holds them exactly up to here. */
const mostSeq = Number.MAX_SAFE_INTEGER;

export class ListStretchesDto {
  @ApiPropertyOptional({ minimum: 1, maximum: pageLimit.maximum, default: pageLimit.default })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(pageLimit.maximum)
  limit: number = pageLimit.default;

  @ApiPropertyOptional({
    type: Number,
    minimum: 1,
    description: 'The number to begin with, downwards; `nextCursor` of the page before',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2 ** 31 - 1)
  upTo?: number;
}

export class CompareDto {
  @ApiPropertyOptional({
    type: Number,
    minimum: 0,
    default: 0,
    description: 'Row of the earlier moment; 0 for before anything was written',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(mostSeq)
  from = 0;

  @ApiPropertyOptional({ type: Number, minimum: 1, description: 'Row of the later moment; now where absent' })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(mostSeq)
  to?: number;
}

export class AtMomentDto {
  @ApiPropertyOptional({
    type: Number,
    minimum: 1,
    description: 'Row of the moment; absent for the text as it is',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(mostSeq)
  at?: number;
}

export class NameVersionDto {
  @ApiProperty({ type: String })
  @IsString()
  @MaxLength(2_000)
  name!: string;

  @ApiPropertyOptional({ type: String, maxLength: historyLimits.versionNote })
  @MayBeAbsent()
  @IsString()
  @MaxLength(historyLimits.versionNote)
  note?: string;

  @ApiPropertyOptional({
    type: Number,
    minimum: 1,
    description: 'Row of the moment; absent for the text as it is',
  })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(mostSeq)
  seq?: number;
}

export class OpenHistoryDto {
  @ApiProperty({ enum: historyRights, enumName: 'HistoryRight' })
  @IsIn(historyRights)
  right!: HistoryRight;
}

export class RestoreDto {
  @ApiProperty({ type: Number, minimum: 1, description: 'Row of the moment as of which it is to read again' })
  @IsInt()
  @Min(1)
  @Max(mostSeq)
  to!: number;

  @ApiPropertyOptional({ type: String, description: 'Id of a paragraph; absent for the whole text' })
  @MayBeAbsent()
  @Matches(/^[A-Za-z0-9._-]{1,60}$/)
  paragraphId?: string;
}

export class RestoredDto implements Exactly<RestoredView, RestoredDto> {
  @ApiProperty({ type: Number })
  before!: number;

  @ApiProperty({ type: Number })
  seq!: number;
}

export class NoteReadDto {
  @ApiProperty({ type: Number, minimum: 1, description: 'Row up to which the text was on the screen' })
  @IsInt()
  @Min(1)
  @Max(mostSeq)
  seq!: number;

  @ApiProperty({ type: [String], maxItems: historyLimits.readAtOnce, description: 'Ids of paragraphs' })
  @IsArray()
  @ArrayMaxSize(historyLimits.readAtOnce)
  @IsString({ each: true })
  @Matches(/^[A-Za-z0-9._-]{1,60}$/, { each: true })
  paragraphs!: string[];

  @ApiPropertyOptional({
    type: Boolean,
    description: 'All that changed up to this row was on the screen, also what is gone from the text',
  })
  @MayBeAbsent()
  @IsBoolean()
  everything?: boolean;
}

export class CountUnreadDto {
  @ApiPropertyOptional({
    ...{ type: [String], format: 'uuid', maxItems: historyLimits.countedAtOnce },
    description: 'Ids of statements',
  })
  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @IsArray()
  @ArrayMaxSize(historyLimits.countedAtOnce)
  @IsId({ each: true })
  statement: string[] = [];
}

export class UnreadCountDto implements Exactly<UnreadCountView, UnreadCountDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  statementId!: string;

  @ApiProperty({ type: Number })
  paragraphs!: number;
}

export class AuthorDto implements Exactly<AuthorView, AuthorDto> {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  personId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  name!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  organisationId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  organisation!: string | null;
}

export class MomentRefDto implements Exactly<MomentRefView, MomentRefDto> {
  @ApiProperty({ type: Number })
  seq!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;
}

export class PlacedMomentDto extends MomentRefDto implements Exactly<PlacedMomentView, PlacedMomentDto> {
  @ApiProperty({ type: Number, description: 'Number of the stretch of work in which it lies' })
  step!: number;
}

export class VersionDto implements Exactly<VersionView, VersionDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String })
  note!: string;

  @ApiProperty({ type: MomentRefDto })
  moment!: MomentRefDto;

  @ApiProperty({ type: AuthorDto })
  by!: AuthorDto;

  @ApiProperty({ type: String, format: 'date-time' })
  namedAt!: string;
}

export class ErasureDto implements Exactly<ErasureView, ErasureDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: Number })
  seq!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;

  @ApiProperty({ type: AuthorDto })
  by!: AuthorDto;

  @ApiProperty({ type: String })
  reason!: string;

  @ApiProperty({ type: Number })
  characters!: number;

  @ApiProperty({ type: [String] })
  paragraphs!: readonly string[];
}

export class HistoryDto implements Exactly<HistoryView, HistoryDto> {
  @ApiProperty({ type: MomentRefDto })
  first!: MomentRefDto;

  @ApiProperty({ type: MomentRefDto })
  last!: MomentRefDto;

  @ApiProperty({ type: Number })
  stretches!: number;

  @ApiProperty({ type: [VersionDto] })
  versions!: readonly VersionDto[];

  @ApiProperty({ type: [ErasureDto] })
  erasures!: readonly ErasureDto[];

  @ApiProperty({ enum: historyRights, enumName: 'HistoryRight' })
  seenWith!: HistoryRight;

  @ApiProperty({ type: Boolean })
  mayNameVersions!: boolean;

  @ApiProperty({ type: Boolean })
  mayRestore!: boolean;

  @ApiProperty({ type: Boolean })
  mayOpen!: boolean;

  @ApiProperty({ type: Boolean })
  mayErase!: boolean;
}

export class StretchAuthorDto extends AuthorDto implements Exactly<StretchAuthorView, StretchAuthorDto> {
  @ApiProperty({ type: Number })
  added!: number;

  @ApiProperty({ type: Number })
  removed!: number;
}

export class StretchDto implements Exactly<StretchView, StretchDto> {
  @ApiProperty({ type: Number })
  number!: number;

  @ApiProperty({ type: Number })
  firstSeq!: number;

  @ApiProperty({ type: Number })
  lastSeq!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  begunAt!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  endedAt!: string;

  @ApiProperty({ type: Boolean })
  gapBefore!: boolean;

  @ApiProperty({ type: Number })
  paragraphs!: number;

  @ApiProperty({ type: [StretchAuthorDto] })
  authors!: readonly StretchAuthorDto[];
}

export class SpanDto implements Exactly<SpanView, SpanDto> {
  @ApiProperty({ type: String })
  text!: string;

  @ApiProperty({ type: Boolean })
  bold!: boolean;

  @ApiProperty({ type: Boolean })
  italic!: boolean;

  @ApiProperty({ type: String, nullable: true })
  link!: string | null;

  @ApiProperty({ type: String, nullable: true })
  note!: string | null;
}

export class AttributesDto implements Exactly<ParagraphAttributes, AttributesDto> {
  @ApiProperty({ enum: paragraphKinds, enumName: 'ParagraphKind' })
  kind!: ParagraphKind;

  @ApiProperty({ enum: paragraphStyles, enumName: 'ParagraphStyle' })
  style!: ParagraphStyle;

  @ApiProperty({ type: Number })
  level!: number;

  @ApiProperty({ type: Number })
  indent!: number;

  @ApiProperty({ type: Number })
  start!: number;

  @ApiProperty({ enum: paragraphDirections, enumName: 'ParagraphDirection' })
  direction!: ParagraphDirection;
}

export class MomentParagraphDto
  extends AttributesDto
  implements Exactly<MomentParagraphView, MomentParagraphDto>
{
  @ApiProperty({ type: String })
  id!: string;

  @ApiProperty({ type: [SpanDto] })
  content!: readonly SpanDto[];
}

export class MomentDto implements Exactly<MomentView, MomentDto> {
  @ApiProperty({ type: MomentRefDto })
  moment!: MomentRefDto;

  @ApiProperty({ type: [MomentParagraphDto] })
  paragraphs!: readonly MomentParagraphDto[];
}

export class PieceDto extends SpanDto implements Exactly<PieceView, PieceDto> {
  @ApiProperty({ enum: pieceKinds, enumName: 'PieceKind' })
  kind!: PieceKind;

  @ApiProperty({ type: Number, nullable: true })
  author!: number | null;
}

export class ComparedParagraphDto
  extends AttributesDto
  implements Exactly<ComparedParagraphView, ComparedParagraphDto>
{
  @ApiProperty({ type: String })
  id!: string;

  @ApiProperty({ enum: paragraphStates, enumName: 'ParagraphState' })
  state!: ParagraphState;

  @ApiProperty({ type: Boolean })
  moved!: boolean;

  @ApiProperty({ type: Boolean })
  restyled!: boolean;

  @ApiProperty({ type: [PieceDto] })
  pieces!: readonly PieceDto[];
}

export class ComparisonDto implements Exactly<ComparisonView, ComparisonDto> {
  @ApiProperty({ type: PlacedMomentDto, nullable: true })
  from!: PlacedMomentDto | null;

  @ApiProperty({ type: PlacedMomentDto })
  to!: PlacedMomentDto;

  @ApiProperty({ type: [AuthorDto] })
  authors!: readonly AuthorDto[];

  @ApiProperty({ type: [ComparedParagraphDto] })
  paragraphs!: readonly ComparedParagraphDto[];
}

export class OrganisationShareDto implements Exactly<OrganisationShareView, OrganisationShareDto> {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  organisationId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  organisation!: string | null;

  @ApiProperty({ type: Number })
  characters!: number;

  @ApiProperty({ type: Number })
  share!: number;
}

export class AuthoredSpanDto extends SpanDto implements Exactly<AuthoredSpanView, AuthoredSpanDto> {
  @ApiProperty({ type: Number })
  author!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;
}

export class AuthoredParagraphDto
  extends AttributesDto
  implements Exactly<AuthoredParagraphView, AuthoredParagraphDto>
{
  @ApiProperty({ type: String })
  id!: string;

  @ApiProperty({ type: [AuthoredSpanDto] })
  runs!: readonly AuthoredSpanDto[];

  @ApiProperty({ type: [OrganisationShareDto] })
  shares!: readonly OrganisationShareDto[];
}

export class AuthorshipDto implements Exactly<AuthorshipView, AuthorshipDto> {
  @ApiProperty({ type: MomentRefDto })
  moment!: MomentRefDto;

  @ApiProperty({ type: [AuthorDto] })
  authors!: readonly AuthorDto[];

  @ApiProperty({ type: [OrganisationShareDto] })
  shares!: readonly OrganisationShareDto[];

  @ApiProperty({ type: [AuthoredParagraphDto] })
  paragraphs!: readonly AuthoredParagraphDto[];
}

export class UnreadDto implements Exactly<UnreadView, UnreadDto> {
  @ApiProperty({ type: Number })
  count!: number;

  @ApiProperty({ type: VersionDto, nullable: true })
  since!: VersionDto | null;

  @ApiProperty({ type: MomentRefDto })
  to!: MomentRefDto;

  @ApiProperty({ type: [AuthorDto] })
  authors!: readonly AuthorDto[];

  @ApiProperty({ type: [ComparedParagraphDto] })
  paragraphs!: readonly ComparedParagraphDto[];
}
