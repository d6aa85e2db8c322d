import { ApiProperty } from '@nestjs/swagger';
import type { ErrorParams } from '@plenary/ground/kernel';
import { plainTable } from '../http/answers.js';
import { longWorkStates, type LongWorkEntity, type LongWorkState } from './long-work.entity.js';

/** The answer of whatever begins one. */
export class BegunDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
}

export class RefusalDto {
  @ApiProperty({ type: String })
  code!: string;

  @ApiProperty(plainTable)
  params!: ErrorParams;
}

export class LongWorkDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, description: 'Which work, for instance `organisations.import`' })
  kind!: string;

  @ApiProperty({ enum: longWorkStates, enumName: 'LongWorkState' })
  state!: LongWorkState;

  @ApiProperty({ type: String, nullable: true, description: 'What is being done' })
  step!: string | null;

  @ApiProperty({ type: Number })
  done!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Null while it is not known' })
  total!: number | null;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'What came of it' })
  outcome!: Record<string, unknown> | null;

  @ApiProperty({ type: RefusalDto, nullable: true, description: 'Why nothing came of it' })
  refusal!: RefusalDto | null;

  @ApiProperty({ type: String, nullable: true, description: 'Name of the file at `/file`' })
  fileName!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  begunAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt!: string | null;
}

export function presentLongWork(row: LongWorkEntity): LongWorkDto {
  const { id, kind, state, step, done, total, outcome, refusal, fileName } = row;
  return {
    ...{ id, kind, state, step, done, total, fileName, refusal: refusal && { ...refusal } },
    ...{ outcome: outcome && { ...outcome } },
    ...{ begunAt: row.begunAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null },
  };
}
