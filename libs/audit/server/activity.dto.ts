import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { activityNames, type ActivityName } from '@plenary/audit/domain';
import { IsId, IsInstant, PageQuery } from '@plenary/ground/server';

export class ListActivityDto extends PageQuery {
  @ApiPropertyOptional({ enum: activityNames, enumName: 'ActivityName' })
  @IsOptional()
  @IsIn(activityNames)
  name?: ActivityName;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'Who did it' })
  @IsOptional()
  @IsId()
  person?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'About it, or in its name' })
  @IsOptional()
  @IsId()
  organisation?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time' })
  @IsOptional()
  @IsInstant()
  from?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Up to, without it' })
  @IsOptional()
  @IsInstant()
  until?: string;
}

export class ActivityNameDto {
  @ApiProperty({ type: String, description: 'person, organisation, group, statement, coalition' })
  kind!: string;

  @ApiProperty({ type: String })
  id!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Null where there is no name, or not for the reader',
  })
  name!: string | null;
}

export class ActivityDto {
  @ApiProperty({ type: String })
  id!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;

  @ApiProperty({ enum: activityNames, enumName: 'ActivityName' })
  name!: ActivityName;

  @ApiProperty({ type: ActivityNameDto, nullable: true, description: 'Null for Plenary itself' })
  actor!: ActivityNameDto | null;

  @ApiProperty({ type: ActivityNameDto, nullable: true, description: 'In whose name' })
  organisation!: ActivityNameDto | null;

  @ApiProperty({ type: ActivityNameDto })
  subject!: ActivityNameDto;

  @ApiProperty({
    type: ActivityNameDto,
    nullable: true,
    description: 'Whom it concerns, besides the subject',
  })
  person!: ActivityNameDto | null;

  @ApiProperty({
    type: ActivityNameDto,
    nullable: true,
    description: 'Whom else it names: the organisation that goes on after a merge, who is given a right',
  })
  other!: ActivityNameDto | null;

  @ApiProperty({ type: [String], description: 'What was changed, by name of its part' })
  fields!: string[];

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Words of the change: role, state, reason …',
  })
  details!: Record<string, string | number | boolean>;
}

export class ActivityPageDto {
  @ApiProperty({ type: [ActivityDto] })
  items!: ActivityDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
