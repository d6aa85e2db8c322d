import { ApiProperty } from '@nestjs/swagger';
import { IsBase64, IsIn, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { IsId, type Exactly } from '@plenary/ground/server';
import {
  signals,
  suggestionLimits,
  suggestionStates,
  type BegunSuggestionView,
  type Signal,
  type SignalView,
  type SuggestionDecisionView,
  type SuggestionLayerView,
  type SuggestionMayView,
  type SuggestionState,
  type SuggestionView,
} from '@plenary/comments/domain';
import { CommentAuthorDto, CommentOrganisationDto, languageShape } from '../threads/comments.dto.js';

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

export class SuggestionDecisionDto implements Exactly<SuggestionDecisionView, SuggestionDecisionDto> {
  @ApiProperty({ type: CommentAuthorDto })
  by!: CommentAuthorDto;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;

  @ApiProperty({ type: String })
  reason!: string;
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
