import { ApiProperty } from '@nestjs/swagger';
import type { Exactly, EmailDelivery } from '@plenary/ground/server';
import {
  amissKinds,
  type Amiss,
  type FollowingView,
  type EmailsView,
  type OperationView,
  type ProcessView,
  type TimesView,
  type UntoldView,
} from '@plenary/operation/domain';

export class TimesDto implements Exactly<TimesView, TimesDto> {
  @ApiProperty({ type: Number })
  count!: number;

  @ApiProperty({ type: Number, description: 'Milliseconds' })
  p50!: number;

  @ApiProperty({ type: Number, description: 'Milliseconds' })
  p95!: number;
}

export class ProcessDto implements Exactly<ProcessView, ProcessDto> {
  @ApiProperty({ type: String })
  id!: string;

  @ApiProperty({ type: Boolean, description: 'It answered this request' })
  isThis!: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  startedAt!: string;

  @ApiProperty({ type: Number })
  connections!: number;

  @ApiProperty({ type: Number })
  documents!: number;

  @ApiProperty({ type: Number })
  readers!: number;

  @ApiProperty({ type: Number })
  slowReaders!: number;

  @ApiProperty({ type: Number })
  readersLetGo!: number;

  @ApiProperty({ type: TimesDto, nullable: true })
  saved!: TimesDto | null;

  @ApiProperty({ type: TimesDto, nullable: true })
  told!: TimesDto | null;

  @ApiProperty({ type: TimesDto, nullable: true })
  joined!: TimesDto | null;

  @ApiProperty({
    type: Number,
    description: 'Edits of the last minutes that the database did not take in time',
  })
  unsaved!: number;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' }, description: 'By code' })
  refused!: Record<string, number>;

  @ApiProperty({ type: Number, description: 'Damaged copies of texts that were passed over' })
  damaged!: number;

  @ApiProperty({ type: Number, description: 'Bytes' })
  memory!: number;

  @ApiProperty({ type: Number, description: 'Milliseconds' })
  delay!: number;
}

export class EmailsDto implements Exactly<EmailsView, EmailsDto> {
  @ApiProperty({ enum: ['sent', 'mailbox', 'waiting'], enumName: 'EmailDelivery' })
  delivery!: EmailDelivery;

  @ApiProperty({ type: Number })
  waiting!: number;

  @ApiProperty({ type: Number, description: 'Refused at every attempt' })
  failed!: number;
}

export class UntoldDto implements Exactly<UntoldView, UntoldDto> {
  @ApiProperty({ type: String })
  id!: string;

  @ApiProperty({ type: String, description: 'Name of the event' })
  name!: string;

  @ApiProperty({ type: Number })
  attempts!: number;

  @ApiProperty({ type: String, nullable: true, description: 'Kind of the last error' })
  reason!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  since!: string;
}

export class FollowingDto implements Exactly<FollowingView, FollowingDto> {
  @ApiProperty({ type: Number, description: 'Events still to be told to listeners' })
  waiting!: number;

  @ApiProperty({ type: Number, description: 'Events that a listener failed at, every time' })
  dead!: number;

  @ApiProperty({ type: [UntoldDto], description: 'The newest 50 of them' })
  untold!: readonly UntoldDto[];

  @ApiProperty({ type: Number, description: 'Derivations of texts that failed when last tried' })
  underived!: number;
}

export class OperationDto implements Exactly<OperationView, OperationDto> {
  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;

  @ApiProperty({ enum: ['answers', 'away'] })
  database!: OperationView['database'];

  @ApiProperty({ enum: ['alone', 'together', 'away'] })
  redis!: OperationView['redis'];

  @ApiProperty({ type: [ProcessDto] })
  processes!: readonly ProcessDto[];

  @ApiProperty({ type: EmailsDto })
  emails!: EmailsDto;

  @ApiProperty({ type: FollowingDto })
  following!: FollowingDto;

  @ApiProperty({ type: Number, description: 'Jobs that were given up' })
  failedWork!: number;

  @ApiProperty({ enum: amissKinds, enumName: 'Amiss', isArray: true })
  amiss!: readonly Amiss[];
}
