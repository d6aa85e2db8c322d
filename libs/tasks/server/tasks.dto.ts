import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  MaxLength,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsId, MayBeAbsent, PageQuery, type Exactly } from '@plenary/ground/server';
import {
  aboutKinds,
  taskLimits,
  taskStates,
  type AboutKind,
  type AboutView,
  type BoardView,
  type Due,
  type StepView,
  type TaskDetailView,
  type TaskOrganisationView,
  type TaskPersonView,
  type TaskState,
  type TaskView,
} from '@plenary/tasks/domain';

/** Longer than notes may be, so that a little too much is answered by the rule with a sentence. */
const notesInput = 20_000;

const orNull = () => ValidateIf((_, value) => value !== null);

export class DueDto implements Exactly<Due, DueDto> {
  @ApiProperty({ type: String, format: 'date' })
  @IsString()
  @MaxLength(10)
  on!: string;

  @ApiProperty({ type: String, nullable: true, description: 'HH:MM at the place' })
  @orNull()
  @IsString()
  @MaxLength(5)
  time!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'IANA name of the place’s time zone, with `time`',
  })
  @orNull()
  @IsString()
  @MaxLength(64)
  zone!: string | null;
}

export class AboutDto {
  @ApiProperty({ enum: aboutKinds, enumName: 'TaskAboutKind' })
  @IsIn(aboutKinds)
  kind!: AboutKind;

  @ApiProperty({ type: String, format: 'uuid', description: 'Of the statement, thread or suggestion' })
  @IsId()
  id!: string;

  @ApiPropertyOptional({ type: String, description: 'Of a paragraph, and of words in one' })
  @MayBeAbsent()
  @IsString()
  @MinLength(1)
  @MaxLength(64)
  paragraphId?: string;

  @ApiPropertyOptional({ type: String, description: 'Words of that paragraph that it is about' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(2_000)
  quote?: string;
}

export class ResponsibleDto {
  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray()
  @ArrayMaxSize(taskLimits.people)
  @ArrayUnique()
  @IsId({ each: true })
  personIds!: string[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @orNull()
  @IsId()
  organisationId!: string | null;
}

export class AddTaskDto {
  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: 'Made by the client: its second arrival adds nothing',
  })
  @MayBeAbsent()
  @IsId()
  id?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'Absent: on the coalition’s own board' })
  @MayBeAbsent()
  @IsId()
  groupId?: string;

  @ApiProperty({ type: String, maxLength: taskLimits.titleLength })
  @IsString()
  @MaxLength(taskLimits.titleLength)
  title!: string;

  @ApiPropertyOptional({ type: String, description: `At most ${taskLimits.notesLength} characters` })
  @MayBeAbsent()
  @IsString()
  @MaxLength(notesInput)
  notes?: string;

  @ApiPropertyOptional({ type: DueDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => DueDto)
  due?: DueDto;

  @ApiPropertyOptional({ type: ResponsibleDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => ResponsibleDto)
  responsible?: ResponsibleDto;

  @ApiPropertyOptional({ type: AboutDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => AboutDto)
  about?: AboutDto;
}

export class ChangeTaskDto {
  @ApiPropertyOptional({ type: String, maxLength: taskLimits.titleLength })
  @MayBeAbsent()
  @IsString()
  @MaxLength(taskLimits.titleLength)
  title?: string;

  @ApiPropertyOptional({ type: String })
  @MayBeAbsent()
  @IsString()
  @MaxLength(notesInput)
  notes?: string;

  @ApiPropertyOptional({ type: DueDto, nullable: true })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @ValidateNested()
  @Type(() => DueDto)
  due?: DueDto | null;
}

export class MoveTaskDto {
  @ApiProperty({ enum: taskStates, enumName: 'TaskState' })
  @IsIn(taskStates)
  state!: TaskState;

  @ApiPropertyOptional({
    ...{ type: String, format: 'uuid', nullable: true },
    description: 'The card behind which it comes to stand; null in front of all, absent behind all',
  })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @IsId()
  after?: string | null;
}

export class StepDto implements Exactly<StepView, StepDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  text!: string;

  @ApiProperty({ type: Boolean })
  isDone!: boolean;
}

export class PutStepDto {
  @ApiProperty({ type: String, maxLength: taskLimits.stepLength })
  @IsString()
  @MaxLength(taskLimits.stepLength)
  text!: string;

  @ApiProperty({ type: Boolean })
  @IsBoolean()
  isDone!: boolean;
}

export class ListTasksDto extends PageQuery {
  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'Of this group' })
  @MayBeAbsent()
  @IsId()
  groupId?: string;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Those alone for which the caller is responsible',
  })
  @MayBeAbsent()
  @IsIn(['true', 'false'])
  mine?: 'true' | 'false';

  @ApiPropertyOptional({ enum: [...taskStates, 'open'] })
  @MayBeAbsent()
  @IsIn([...taskStates, 'open'])
  state?: TaskState | 'open';
}

export class BoardQuery {
  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'Absent: the coalition’s own' })
  @MayBeAbsent()
  @IsId()
  groupId?: string;
}

export class TaskIdDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
}

export class TaskPersonDto implements Exactly<TaskPersonView, TaskPersonDto> {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  personId!: string | null;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String })
  colour!: string;
}

export class TaskOrganisationDto implements Exactly<TaskOrganisationView, TaskOrganisationDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  name!: string;
}

export class TaskAboutDto implements Exactly<AboutView, TaskAboutDto> {
  @ApiProperty({ enum: aboutKinds, enumName: 'TaskAboutKind' })
  kind!: AboutKind;

  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'uuid' })
  statementId!: string;

  @ApiProperty({ type: String })
  statementTitle!: string;

  @ApiProperty({ type: String, nullable: true })
  paragraphId!: string | null;

  @ApiProperty({ type: String })
  quote!: string;
}

export class TaskMayDto implements Exactly<TaskView['may'], TaskMayDto> {
  @ApiProperty({ type: Boolean })
  work!: boolean;

  @ApiProperty({ type: Boolean })
  change!: boolean;

  @ApiProperty({ type: Boolean })
  assign!: boolean;

  @ApiProperty({ type: Boolean })
  take!: boolean;

  @ApiProperty({ type: Boolean })
  giveBack!: boolean;

  @ApiProperty({ type: Boolean })
  delete!: boolean;
}

export class TaskDto implements Exactly<TaskView, TaskDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  groupId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  groupName!: string | null;

  @ApiProperty({ type: String })
  title!: string;

  @ApiProperty({ enum: taskStates, enumName: 'TaskState' })
  state!: TaskState;

  @ApiProperty({ type: String })
  rank!: string;

  @ApiProperty({ type: DueDto, nullable: true })
  due!: DueDto | null;

  @ApiProperty({ type: [TaskPersonDto] })
  people!: readonly TaskPersonDto[];

  @ApiProperty({ type: TaskOrganisationDto, nullable: true })
  organisation!: TaskOrganisationDto | null;

  @ApiProperty({ type: Number })
  stepsDone!: number;

  @ApiProperty({ type: Number })
  steps!: number;

  @ApiProperty({ type: TaskAboutDto, nullable: true })
  about!: TaskAboutDto | null;

  @ApiProperty({ type: Boolean })
  isMine!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  doneAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  changedAt!: string;

  @ApiProperty({ type: TaskMayDto })
  may!: TaskMayDto;
}

export class TaskDetailDto extends TaskDto implements Exactly<TaskDetailView, TaskDetailDto> {
  @ApiProperty({ type: String })
  notes!: string;

  @ApiProperty({ type: [StepDto] })
  checklist!: readonly StepDto[];

  @ApiProperty({ type: TaskPersonDto })
  madeBy!: TaskPersonDto;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt!: string;
}

export class BoardMayDto implements Exactly<BoardView['may'], BoardMayDto> {
  @ApiProperty({ type: Boolean })
  add!: boolean;

  @ApiProperty({ type: Boolean })
  lead!: boolean;
}

export class BoardDto implements Exactly<BoardView, BoardDto> {
  @ApiProperty({ type: [TaskDto] })
  cards!: readonly TaskDto[];

  @ApiProperty({ type: Number })
  doneBefore!: number;

  @ApiProperty({ type: BoardMayDto })
  may!: BoardMayDto;
}
