import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsId, IsInstant, MayBeAbsent, PageQuery, type Exactly } from '@plenary/ground/server';
import {
  audiences,
  commentLimits,
  mentionKinds,
  outcomes,
  placeKinds,
  type MentionableView,
  type MentionKind,
  type Outcome,
  type OutcomeView,
  type PlaceKind,
  type ThreadAudience,
  type ThreadPlaceView,
  type ThreadView,
} from '@plenary/comments/domain';
import {
  CommentAuthorDto,
  CommentDto,
  CommentOrganisationDto,
  EnteredForDto,
  WordsDto,
  wordsInput,
} from './comments.dto.js';
import { PlaceDto, AnchorStretchDto } from './place.dto.js';

/** Longer than any paragraph's id. */
const paragraphIdLength = 80;

export class ListThreadsDto extends PageQuery {
  @ApiPropertyOptional({ enum: ['open', 'resolved', 'all'], default: 'all' })
  @IsOptional()
  @IsIn(['open', 'resolved', 'all'])
  state: 'open' | 'resolved' | 'all' = 'all';

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Only those in which I wrote or am mentioned',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  mine?: 'true' | 'false';

  @ApiPropertyOptional({ enum: ['true', 'false'] })
  @IsOptional()
  @IsIn(['true', 'false'])
  unread?: 'true' | 'false';

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: 'Only those with words of this organisation',
  })
  @IsOptional()
  @IsId()
  organisationId?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: 'Only those in which people of this group wrote, or that mention it',
  })
  @IsOptional()
  @IsId()
  groupId?: string;

  @ApiPropertyOptional({ type: String, maxLength: paragraphIdLength })
  @IsOptional()
  @IsString()
  @MaxLength(paragraphIdLength)
  paragraphId?: string;

  @ApiPropertyOptional({ enum: outcomes, enumName: 'ThreadOutcome' })
  @IsOptional()
  @IsIn(outcomes)
  outcome?: Outcome;
}

export class BeginThreadDto extends WordsDto {
  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: 'Made by a device that writes without a network; a second arrival is the same thread',
  })
  @MayBeAbsent()
  @IsId()
  id?: string;

  @ApiProperty({ enum: placeKinds, enumName: 'PlaceKind' })
  @IsIn(placeKinds)
  kind!: PlaceKind;

  @ApiPropertyOptional({ type: String, maxLength: paragraphIdLength, description: 'With kind `paragraph`' })
  @ValidateIf((dto: BeginThreadDto) => dto.kind === 'paragraph' || dto.paragraphId !== undefined)
  @IsString()
  @MaxLength(paragraphIdLength)
  paragraphId?: string;

  @ApiPropertyOptional({
    type: [AnchorStretchDto],
    maxItems: commentLimits.stretches,
    description: 'With kind `passage`',
  })
  @ValidateIf((dto: BeginThreadDto) => dto.kind === 'passage' || dto.anchor !== undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(commentLimits.stretches)
  @ValidateNested({ each: true })
  @Type(() => AnchorStretchDto)
  anchor?: AnchorStretchDto[];

  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'With kind `suggestion`' })
  @ValidateIf((dto: BeginThreadDto) => dto.kind === 'suggestion' || dto.suggestionId !== undefined)
  @IsId()
  suggestionId?: string;

  @ApiProperty({ enum: audiences, enumName: 'ThreadAudience' })
  @IsIn(audiences)
  audience!: ThreadAudience;
}

export class ResolveThreadDto {
  @ApiProperty({ enum: outcomes, enumName: 'ThreadOutcome' })
  @IsIn(outcomes)
  outcome!: Outcome;

  @ApiProperty({ type: String, description: `At most ${commentLimits.noteLength} characters; may be empty` })
  @IsString()
  @MaxLength(wordsInput)
  note!: string;
}

export class ReadUntilDto {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsId()
  threadId!: string;

  @ApiProperty({ type: String, format: 'date-time', description: '`createdAt` of the last comment seen' })
  @IsInstant()
  until!: string;
}

export class MarkReadDto {
  @ApiProperty({ type: [ReadUntilDto], maxItems: commentLimits.marks })
  @IsArray()
  @ArrayMaxSize(commentLimits.marks)
  @ValidateNested({ each: true })
  @Type(() => ReadUntilDto)
  read!: ReadUntilDto[];
}

export class FindMentionableDto {
  @ApiPropertyOptional({ type: String, maxLength: 100 })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  query?: string;
}

export class MentionableDto implements Exactly<MentionableView, MentionableDto> {
  @ApiProperty({ enum: mentionKinds, enumName: 'MentionKind' })
  kind!: MentionKind;

  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  name!: string;
}

export class OutcomeDto implements Exactly<OutcomeView, OutcomeDto> {
  @ApiProperty({ enum: outcomes, enumName: 'ThreadOutcome' })
  outcome!: Outcome;

  @ApiProperty({ type: String })
  note!: string;

  @ApiProperty({ type: CommentAuthorDto })
  by!: CommentAuthorDto;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;
}

export class ThreadMayDto implements Exactly<ThreadView['may'], ThreadMayDto> {
  @ApiProperty({ type: Boolean })
  reply!: boolean;

  @ApiProperty({ type: Boolean })
  resolve!: boolean;

  @ApiProperty({ type: Boolean })
  reopen!: boolean;
}

export class ThreadDto implements Exactly<ThreadView, ThreadDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'uuid' })
  statementId!: string;

  @ApiProperty({ type: PlaceDto })
  place!: PlaceDto;

  @ApiProperty({ enum: audiences, enumName: 'ThreadAudience' })
  audience!: ThreadAudience;

  @ApiProperty({ type: CommentOrganisationDto, nullable: true })
  organisation!: CommentOrganisationDto | null;

  @ApiProperty({ type: OutcomeDto, nullable: true, description: 'Null while it is open' })
  outcome!: OutcomeDto | null;

  @ApiProperty({ type: [CommentDto] })
  comments!: readonly CommentDto[];

  @ApiProperty({ type: Number })
  unreadCount!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  changedAt!: string;

  @ApiProperty({ type: ThreadMayDto })
  may!: ThreadMayDto;
}

export class ThreadPlaceDto implements Exactly<ThreadPlaceView, ThreadPlaceDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: PlaceDto })
  place!: PlaceDto;

  @ApiProperty({ type: Boolean })
  isResolved!: boolean;

  @ApiProperty({ enum: audiences, enumName: 'ThreadAudience' })
  audience!: ThreadAudience;

  @ApiProperty({ type: Number, description: 'Those that were deleted do not count' })
  commentCount!: number;

  @ApiProperty({ type: Number })
  unreadCount!: number;

  @ApiProperty({ type: String })
  beginning!: string;

  @ApiProperty({ type: CommentAuthorDto })
  author!: CommentAuthorDto;

  @ApiProperty({ type: EnteredForDto, nullable: true })
  enteredFor!: EnteredForDto | null;
}
