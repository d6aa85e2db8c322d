import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  Equals,
  IsBoolean,
  IsArray,
  IsDefined,
  IsIn,
  IsString,
  MaxLength,
  MinLength,
  Validate,
  ValidateNested,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { IsId, MayBeAbsent, type Exactly } from '@plenary/ground/server';
import {
  againstKinds,
  returnLimits,
  whoseKinds,
  type Against,
  type BeginningChoices,
  type NameChoice,
  type ReturnChoices,
  type ReturnedFileView,
  type ReturnOutcome,
  type UnplacedView,
  type Whose,
} from '@plenary/exchange/domain';

export class NameChoiceDto implements NameChoice {
  @ApiProperty({ type: String, maxLength: returnLimits.nameLength, description: 'As the file has it' })
  @IsString()
  @MaxLength(returnLimits.nameLength)
  name!: string;

  @ApiProperty({ enum: whoseKinds, enumName: 'ReturnedWhose' })
  @IsIn(whoseKinds)
  whose!: Whose;

  @ApiPropertyOptional({ type: String, maxLength: returnLimits.nameLength })
  @MayBeAbsent()
  @IsString()
  @MinLength(1)
  @MaxLength(returnLimits.nameLength)
  said?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid' })
  @MayBeAbsent()
  @IsId()
  organisationId?: string;
}

@ValidatorConstraint({ name: 'isAgainst' })
class IsAgainst implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return againstKinds.some((each) => each === value) || (Number.isSafeInteger(value) && Number(value) > 0);
  }
}

export class BeginningChoicesDto implements BeginningChoices {
  @ApiProperty({ type: String, maxLength: returnLimits.fileNameLength })
  @IsString()
  @MinLength(1)
  @MaxLength(returnLimits.fileNameLength)
  fileName!: string;

  @ApiProperty({ type: [NameChoiceDto], description: 'Names of which nothing is said stand for the caller' })
  @IsArray()
  @ArrayMaxSize(returnLimits.names)
  @ArrayUnique(({ name }: NameChoiceDto) => name)
  @ValidateNested({ each: true })
  @Type(() => NameChoiceDto)
  names!: NameChoiceDto[];

  @ApiPropertyOptional({
    type: Boolean,
    description: 'Words at places where words were erased since, too; they are left out where it is absent',
  })
  @MayBeAbsent()
  @IsBoolean()
  withErased?: boolean;
}

export class ReturnChoicesDto extends BeginningChoicesDto implements ReturnChoices {
  @ApiProperty({
    oneOf: [{ type: 'string', enum: [...againstKinds] }, { type: 'number' }],
    description:
      'With which text it is compared: the moment that it names, the text as it is now, or a row of the journal',
  })
  @Validate(IsAgainst)
  against!: Against;
}

/** The form in which a file comes back: what was read of it as JSON, and what is said of it. */
export class ReturnFormDto {
  /** The file itself does not come as a field. */
  @ApiProperty({ type: 'string', format: 'binary' })
  @MayBeAbsent()
  @Equals(undefined)
  text?: unknown;

  @ApiProperty({ type: ReturnChoicesDto })
  @Transform(({ value }) => plainToInstance(ReturnChoicesDto, choicesIn(value)))
  @IsDefined()
  @ValidateNested()
  choices!: ReturnChoicesDto;
}

/** What came as a field of a form, as JSON. */
export function choicesIn(value: unknown): unknown {
  try {
    const said = JSON.parse(String(value)) as unknown;
    return typeof said === 'object' && said !== null && !Array.isArray(said) ? said : null;
  } catch {
    return null;
  }
}

export class UnplacedDto implements Exactly<UnplacedView, UnplacedDto> {
  @ApiProperty({ type: String })
  by!: string;

  @ApiProperty({ type: String })
  inserted!: string;

  @ApiProperty({ type: String })
  deleted!: string;
}

export class ReturnedNameDto implements Exactly<ReturnOutcome['names'][number], ReturnedNameDto> {
  @ApiProperty({ type: String, description: 'Empty for what Word did not track' })
  name!: string;

  @ApiProperty({ type: Number })
  suggestions!: number;

  @ApiProperty({ type: Number })
  comments!: number;
}

type AtGaps = NonNullable<ReturnOutcome['atGaps']>;

export class AtGapsDto implements Exactly<AtGaps, AtGapsDto> {
  @ApiProperty({ type: Number, description: 'Changes that put words where words were erased' })
  count!: number;

  @ApiProperty({ type: String, format: 'date-time', description: 'The last of these erasures' })
  at!: string;

  @ApiProperty({ type: Boolean })
  isLeftOut!: boolean;
}

export class ReturnOutcomeDto implements Exactly<ReturnOutcome, ReturnOutcomeDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  statementId!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null where nothing was kept' })
  fileId!: string | null;

  @ApiProperty({ type: Number })
  moment!: number;

  @ApiProperty({ type: Boolean })
  isNamed!: boolean;

  @ApiProperty({ type: [ReturnedNameDto] })
  names!: readonly ReturnedNameDto[];

  @ApiProperty({ type: Number })
  suggestions!: number;

  @ApiProperty({ type: Number })
  comments!: number;

  @ApiProperty({ type: Number, description: 'Brought before' })
  known!: number;

  @ApiProperty({ type: Number })
  leftOut!: number;

  @ApiProperty({ type: AtGapsDto, nullable: true })
  atGaps!: AtGapsDto | null;

  @ApiProperty({ type: Number })
  moved!: number;

  @ApiProperty({ type: Number, description: 'Paragraphs that are set otherwise, and gone from the text' })
  unset!: number;

  @ApiProperty({ type: String, nullable: true, description: 'Another one, which is not carried' })
  title!: string | null;

  @ApiProperty({ type: Number })
  unplacedCount!: number;

  @ApiProperty({ type: [UnplacedDto] })
  unplaced!: readonly UnplacedDto[];
}

export class ReturnedByDto implements Exactly<ReturnedFileView['by'], ReturnedByDto> {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  personId!: string | null;

  @ApiProperty({ type: String })
  name!: string;
}

export class ReturnedMayDto implements Exactly<ReturnedFileView['may'], ReturnedMayDto> {
  @ApiProperty({ type: Boolean })
  takeBack!: boolean;
}

export class ReturnedFileDto implements Exactly<ReturnedFileView, ReturnedFileDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  fileName!: string;

  @ApiProperty({ type: ReturnedByDto })
  by!: ReturnedByDto;

  @ApiProperty({ type: Number })
  suggestions!: number;

  @ApiProperty({ type: Number })
  comments!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  takenBackAt!: string | null;

  @ApiProperty({ type: ReturnedMayDto })
  may!: ReturnedMayDto;
}
