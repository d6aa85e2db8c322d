import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches, ValidateBy } from 'class-validator';
import { eventsOnRecord, type Told } from '@plenary/ground/kernel';
import { IsId, IsInstant, PageQuery, plainTable } from '@plenary/ground/server';

/** Asked of the definitions, since any room may have more of them. */
const IsOnRecord = (): PropertyDecorator =>
  ValidateBy({
    name: 'isOnRecord',
    validator: { validate: (value) => typeof value === 'string' && eventsOnRecord().has(value) },
  });

export class ListActivityDto extends PageQuery {
  @ApiPropertyOptional({ type: String, description: 'A kind of event, see /api/activity/kinds' })
  @IsOptional()
  @IsOnRecord()
  name?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'Who did it' })
  @IsOptional()
  @IsId()
  person?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'About it, or in its name' })
  @IsOptional()
  @IsId()
  organisation?: string;

  @ApiPropertyOptional({
    type: String,
    description: 'About one thing, `<kind>/<id>`, for instance a statement',
  })
  @IsOptional()
  @Matches(/^[a-z-]{1,40}\/[\w-]{1,64}$/)
  subject?: string;

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

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Its page, from the root; for those with a name',
  })
  link!: string | null;
}

export class ActivityDto {
  @ApiProperty({ type: String })
  id!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;

  @ApiProperty({ type: String, description: 'What happened: a kind of event, see /api/activity/kinds' })
  name!: string;

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
  fields!: readonly string[];

  @ApiProperty({
    ...plainTable,
    description: 'Words of the change: role, state, reason …',
  })
  details!: Record<string, string | number | boolean>;
}

/** One thing that is told of a change: which part of `details`, and how its words are found. */
export class ToldDto {
  @ApiProperty({ enum: ['word', 'change', 'count', 'flag', 'parts', 'to', 'reason'] })
  as!: Told['as'];

  @ApiProperty({ type: String, description: 'The part of `details`; for `parts`, of what is changed' })
  key!: string;

  @ApiPropertyOptional({ type: String, description: 'Under which key the web client has words for it' })
  words?: string;

  @ApiPropertyOptional({ type: String, description: 'With what it was before' })
  before?: string;

  @ApiPropertyOptional({ type: String, description: 'Where this part is true, the word is another' })
  and?: string;

  @ApiPropertyOptional({ type: [String], description: 'From which day, until which' })
  term?: readonly string[];
}

export class ActivityKindDto {
  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: [ToldDto] })
  told!: readonly ToldDto[];
}
