import { ApiProperty } from '@nestjs/swagger';
import type { FailedJobView, FailedWorkView } from '@plenary/operation/domain';
import type { Exactly } from '@plenary/ground/server';

export class FailedJobDto implements Exactly<FailedJobView, FailedJobDto> {
  @ApiProperty({ type: String })
  id!: string;

  @ApiProperty({ type: String, description: 'What it does, for instance `mail.send`' })
  name!: string;

  @ApiProperty({ type: Number })
  attempts!: number;

  @ApiProperty({ type: String, nullable: true, description: 'Kind of the last error' })
  kind!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  addedAt!: string;
}

export class FailedWorkDto implements Exactly<FailedWorkView, FailedWorkDto> {
  @ApiProperty({ type: Number, description: 'Jobs that wait, for their time or for a free hand' })
  waiting!: number;

  @ApiProperty({ type: Number })
  running!: number;

  @ApiProperty({ type: Number, description: 'Jobs that were given up' })
  failed!: number;

  @ApiProperty({ type: [FailedJobDto], description: 'The newest 100 of them' })
  items!: readonly FailedJobDto[];
}
