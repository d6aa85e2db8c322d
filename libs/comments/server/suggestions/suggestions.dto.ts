import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBase64,
  IsIn,
  IsInt,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsId, MayBeAbsent, type Exactly } from '@plenary/ground/server';
import {
  signals,
  suggestionLimits,
  suggestionStates,
  type BegunSuggestionView,
  type OtherWordsView,
  type Signal,
  type SignalView,
  type SuggestionDecisionView,
  type SuggestionLayerView,
  type SuggestionMayView,
  type SuggestionState,
  type SuggestionView,
} from '@plenary/comments/domain';
import type { ItemId } from '@plenary/ground/text';
import {
  CommentAuthorDto,
  CommentOrganisationDto,
  EnteredForDto,
  languageShape,
} from '../threads/comments.dto.js';
import { IsItemId, numbers } from '../threads/place.dto.js';

/** In base64. */
const updateLength = Math.ceil(suggestionLimits.updateBytes / 3) * 4 + 4;

export class BeginSuggestionDto {
  @ApiProperty({
    type: String,
    format: 'uuid',
    description: 'Made by the device; a second arrival is the same suggestion',
  })
  @IsId()
  id!: string;

  @ApiProperty({ type: String, description: 'BCP 47', example: 'en' })
  @Matches(languageShape)
  language!: string;
}

export class KeepSuggestionDto {
  @ApiProperty({
    type: String,
    format: 'byte',
    maxLength: updateLength,
    description: 'All that was written so far: a Yjs update under the client id of the suggestion, in base64',
  })
  @IsBase64()
  @MaxLength(updateLength)
  update!: string;
}

export class SendSuggestionDto {
  @ApiProperty({ type: String, maxLength: suggestionLimits.reasonLength })
  @IsString()
  @MaxLength(suggestionLimits.reasonLength)
  reason!: string;
}

export class RejectSuggestionDto {
  @ApiProperty({ type: String, maxLength: suggestionLimits.reasonLength })
  @IsString()
  @MaxLength(suggestionLimits.reasonLength)
  reason!: string;
}

/** In the layer of the suggestion, as `readLayers` reads it: what was suggested at one place. */
export class OtherWordsAtDto {
  @ApiProperty(numbers(2, 'The first character of what was suggested there: client id, number'))
  @IsItemId()
  at!: ItemId;

  @ApiProperty({ type: String, description: 'As it was suggested' })
  @IsString()
  @MaxLength(suggestionLimits.updateBytes)
  suggested!: string;

  @ApiProperty({ type: String, description: 'What is accepted in its place; may be empty' })
  @IsString()
  @MaxLength(suggestionLimits.updateBytes)
  accepted!: string;
}

export class AcceptSuggestionDto {
  @ApiPropertyOptional({ type: Number, description: 'The wording that was read; another one is refused' })
  @MayBeAbsent()
  @IsInt()
  wording?: number;

  @ApiPropertyOptional({
    type: [OtherWordsAtDto],
    maxItems: suggestionLimits.otherWords,
    description: 'Words that are accepted otherwise than they were suggested',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(suggestionLimits.otherWords)
  @ValidateNested({ each: true })
  @Type(() => OtherWordsAtDto)
  otherwise?: OtherWordsAtDto[];
}

export class SignalSuggestionDto {
  @ApiProperty({ enum: signals, enumName: 'SuggestionSignal', nullable: true })
  @ValidateIf((_, value) => value !== null)
  @IsIn(signals)
  signal!: Signal | null;
}

export class SuggestionLayerDto implements Exactly<SuggestionLayerView, SuggestionLayerDto> {
  @ApiProperty({ type: Number })
  client!: number;

  @ApiProperty({ type: String, format: 'byte' })
  update!: string;
}

export class SuggestionSignalDto implements Exactly<SignalView, SuggestionSignalDto> {
  @ApiProperty({ type: CommentOrganisationDto })
  organisation!: CommentOrganisationDto;

  @ApiProperty({ enum: signals, enumName: 'SuggestionSignal' })
  signal!: Signal;

  @ApiProperty({ type: Number })
  wording!: number;
}

export class OtherWordsDto implements Exactly<OtherWordsView, OtherWordsDto> {
  @ApiProperty({ type: String })
  suggested!: string;

  @ApiProperty({ type: String })
  accepted!: string;
}

export class SuggestionDecisionDto implements Exactly<SuggestionDecisionView, SuggestionDecisionDto> {
  @ApiProperty({ type: CommentAuthorDto })
  by!: CommentAuthorDto;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;

  @ApiProperty({ type: String })
  reason!: string;

  @ApiProperty({ type: [OtherWordsDto], description: 'Accepted otherwise than it was suggested' })
  words!: readonly OtherWordsDto[];
}

export class SuggestionMayDto implements Exactly<SuggestionMayView, SuggestionMayDto> {
  @ApiProperty({ type: Boolean })
  write!: boolean;

  @ApiProperty({ type: Boolean })
  signal!: boolean;

  @ApiProperty({ type: Boolean })
  decide!: boolean;

  @ApiProperty({ type: Boolean })
  takeBack!: boolean;
}

export class SuggestionDto implements Exactly<SuggestionView, SuggestionDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'uuid' })
  statementId!: string;

  @ApiProperty({ type: CommentAuthorDto })
  author!: CommentAuthorDto;

  @ApiProperty({ type: EnteredForDto, nullable: true })
  enteredFor!: EnteredForDto | null;

  @ApiProperty({ enum: suggestionStates, enumName: 'SuggestionState' })
  state!: SuggestionState;

  @ApiProperty({ type: SuggestionLayerDto, nullable: true })
  layer!: SuggestionLayerDto | null;

  @ApiProperty({ type: Boolean })
  hasMore!: boolean;

  @ApiProperty({ type: Number })
  wording!: number;

  @ApiProperty({ type: String })
  reason!: string;

  @ApiProperty({ type: String })
  language!: string;

  @ApiProperty({ type: [SuggestionSignalDto] })
  signals!: readonly SuggestionSignalDto[];

  @ApiProperty({ enum: signals, enumName: 'SuggestionSignal', nullable: true })
  mySignal!: Signal | null;

  @ApiProperty({ type: SuggestionDecisionDto, nullable: true })
  decision!: SuggestionDecisionDto | null;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  changedAt!: string;

  @ApiProperty({ type: SuggestionMayDto })
  may!: SuggestionMayDto;
}

export class BegunSuggestionDto implements Exactly<BegunSuggestionView, BegunSuggestionDto> {
  @ApiProperty({ type: SuggestionDto })
  suggestion!: SuggestionDto;

  @ApiProperty({ type: Number, description: 'The client id under which it is written' })
  client!: number;
}
