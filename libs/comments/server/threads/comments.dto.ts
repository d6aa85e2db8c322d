import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsObject,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsId, MayBeAbsent, type Exactly } from '@plenary/ground/server';
import {
  commentLimits,
  mentionKinds,
  sources,
  sourcesByHand,
  type CommentAuthorView,
  type CommentOrganisationView,
  type CommentTranslationView,
  type CommentView,
  type EnteredForView,
  type MentionKind,
  type MentionView,
  type Source,
  type SourceByHand,
} from '@plenary/comments/domain';

/**
 * Longer than any comment may be, so that one that is a little too long is answered by the rule (COM-6) with a sentence,
 * and a megabyte by the shape.
 */
export const wordsInput = 20_000;

export const languageShape = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/** COM-8: whose words they are. */
export class EnterForDto {
  @ApiProperty({ type: String, maxLength: commentLimits.nameLength })
  @IsString()
  @MinLength(1)
  @MaxLength(commentLimits.nameLength)
  name!: string;

  @ApiPropertyOptional({ type: String, format: 'uuid' })
  @MayBeAbsent()
  @IsId()
  organisationId?: string;

  @ApiProperty({ enum: sourcesByHand, enumName: 'CommentSourceByHand' })
  @IsIn(sourcesByHand)
  source!: SourceByHand;
}

/** Words that somebody says, for whom, and in whose place. */
export class WordsDto {
  @ApiProperty({ type: String, description: `At most ${commentLimits.textLength} characters` })
  @IsString()
  @MaxLength(wordsInput)
  text!: string;

  @ApiProperty({ type: String, description: 'BCP 47', example: 'en' })
  @Matches(languageShape)
  language!: string;

  @ApiPropertyOptional({ type: EnterForDto })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => EnterForDto)
  enteredFor?: EnterForDto;

  /** COM-2: of what is written on a device, where somebody may choose another one before it is sent. */
  @ApiPropertyOptional({
    ...{ type: String, format: 'uuid', nullable: true },
    description: 'The organisation for which its author spoke when it was written; absent, the one of now',
  })
  @MayBeAbsent()
  @ValidateIf((_, value) => value !== null)
  @IsId()
  speaksFor?: string | null;
}

export class AddCommentDto extends WordsDto {
  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: 'Made by a device that writes without a network; a second arrival is the same comment',
  })
  @MayBeAbsent()
  @IsId()
  id?: string;
}

export class EditCommentDto {
  @ApiProperty({ type: String, description: `At most ${commentLimits.textLength} characters` })
  @IsString()
  @MaxLength(wordsInput)
  text!: string;

  @ApiPropertyOptional({ type: String, description: 'BCP 47; as it was where absent', example: 'en' })
  @MayBeAbsent()
  @Matches(languageShape)
  language?: string;
}

export class TranslateCommentDto {
  @ApiProperty({ type: String, description: `At most ${commentLimits.textLength} characters` })
  @IsString()
  @MaxLength(wordsInput)
  text!: string;
}

export class CommentOrganisationDto implements Exactly<CommentOrganisationView, CommentOrganisationDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  acronym!: string | null;
}

export class CommentAuthorDto implements Exactly<CommentAuthorView, CommentAuthorDto> {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Null for who has left Plenary',
  })
  personId!: string | null;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String })
  colour!: string;

  @ApiProperty({
    type: CommentOrganisationDto,
    nullable: true,
    description: 'For which they spoke; null for none, and for one that the caller may not find',
  })
  organisation!: CommentOrganisationDto | null;
}

export class EnteredForDto implements Exactly<EnteredForView, EnteredForDto> {
  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: CommentOrganisationDto, nullable: true })
  organisation!: CommentOrganisationDto | null;

  @ApiProperty({ enum: sources, enumName: 'CommentSource' })
  source!: Source;

  @ApiProperty({ type: String, nullable: true, description: 'The name of the file in which they came' })
  file!: string | null;
}

export class MentionDto implements Exactly<MentionView, MentionDto> {
  @ApiProperty({ enum: mentionKinds, enumName: 'MentionKind' })
  kind!: MentionKind;

  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null for what the caller may not find' })
  name!: string | null;
}

export class CommentTranslationDto implements Exactly<CommentTranslationView, CommentTranslationDto> {
  @ApiProperty({ type: String, description: 'BCP 47' })
  language!: string;

  @ApiProperty({ type: String })
  text!: string;

  @ApiProperty({ type: CommentAuthorDto })
  by!: CommentAuthorDto;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;
}

export class CommentMayDto implements Exactly<CommentView['may'], CommentMayDto> {
  @ApiProperty({ type: Boolean })
  edit!: boolean;

  @ApiProperty({ type: Boolean })
  delete!: boolean;

  @ApiProperty({ type: Boolean })
  translate!: boolean;
}

export class CommentDto implements Exactly<CommentView, CommentDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: CommentAuthorDto })
  author!: CommentAuthorDto;

  @ApiProperty({ type: EnteredForDto, nullable: true })
  enteredFor!: EnteredForDto | null;

  @ApiProperty({ type: String, description: 'Empty when it was deleted' })
  text!: string;

  @ApiProperty({ type: String, description: 'BCP 47' })
  language!: string;

  @ApiProperty({ type: [MentionDto], description: 'They stand in the text as `@[<kind>:<id>]`' })
  mentions!: readonly MentionDto[];

  @ApiProperty({ type: [CommentTranslationDto] })
  translations!: readonly CommentTranslationDto[];

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  editedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  deletedAt!: string | null;

  @ApiProperty({
    type: CommentAuthorDto,
    nullable: true,
    description: 'Who deleted it, where it was not its author',
  })
  deletedBy!: CommentAuthorDto | null;

  @ApiProperty({ type: Boolean })
  isUnread!: boolean;

  @ApiProperty({ type: CommentMayDto })
  may!: CommentMayDto;
}
