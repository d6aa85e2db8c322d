import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { plainToInstance, Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  Equals,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsOptional,
  registerDecorator,
  ValidateNested,
} from 'class-validator';
import { IsId, MayBeAbsent, type Exactly } from '@plenary/ground/server';
import {
  chosenFields,
  importAnswers,
  importChoiceLimits,
  importFields,
  importProblems,
  importQuestions,
  wholeFields,
  type ImportChoices,
  type ImportMapping,
  type ChosenField,
  type ImportChange,
  type ImportField,
  type ImportPreviewView,
  type ImportProblem,
  type ImportQuestion,
  type UnknownWord,
} from '@plenary/arrivals/domain';
import { encodings, type Encoding } from './list-encoding.js';
import { separators, type Separator } from './list-file.js';

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
// What no database keeps: NUL, and halves of a sign.
const isText = (value: unknown, longest: number = importChoiceLimits.length): boolean =>
  typeof value === 'string' && value.length <= longest && !/[\0\p{Surrogate}]/u.test(value);

/** A table whose entries the check takes. */
function IsTable(isGood: (key: string, value: unknown) => boolean) {
  return (target: object, propertyName: string) =>
    registerDecorator({
      name: 'isTable',
      target: target.constructor,
      propertyName,
      validator: {
        validate: (value: unknown) =>
          isPlain(value) &&
          Object.keys(value).length <= importChoiceLimits.values &&
          Object.entries(value).every(([key, each]) => isText(key) && isGood(key, each)),
      },
    });
}

const isAmong = (keys: readonly string[], key: unknown) => keys.some((each) => each === key);
const isPlace = (value: unknown) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < 1_000;
const textTable = { type: 'object', additionalProperties: { type: 'string' } } as const;

export class ImportChoicesDto implements ImportChoices {
  @ApiPropertyOptional({ enum: encodings, enumName: 'ImportEncoding', description: 'Found out where absent' })
  @IsOptional()
  @IsIn(encodings)
  encoding?: Encoding;

  @ApiPropertyOptional({ enum: separators, description: 'Found out where absent' })
  @IsOptional()
  @IsIn(separators)
  separator?: Separator;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'number' },
    description: 'Column by field, from 0; guessed where absent',
  })
  @MayBeAbsent()
  @IsTable((field, place) => isAmong(importFields, field) && isPlace(place))
  mapping?: ImportMapping;

  @ApiPropertyOptional({ ...textTable, description: `For the whole list: ${wholeFields.join(', ')}` })
  @MayBeAbsent()
  @IsTable((field, value) => isAmong(wholeFields, field) && isText(value))
  whole?: NonNullable<ImportChoices['whole']>;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: textTable,
    description: 'By field and word of the list: the key that it means, or nothing',
  })
  @MayBeAbsent()
  @IsTable(
    (field, words) =>
      isAmong(chosenFields, field) &&
      isPlain(words) &&
      Object.keys(words).length <= importChoiceLimits.values &&
      Object.entries(words).every(([word, key]) => isText(word) && isText(key)),
  )
  words?: NonNullable<ImportChoices['words']>;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string', enum: [...importAnswers] },
    description: 'By question: they are one, or the lines that ask are left out',
  })
  @MayBeAbsent()
  @IsTable((_, answer) => isAmong(importAnswers, answer))
  answers?: NonNullable<ImportChoices['answers']>;

  @ApiPropertyOptional({ type: [String], format: 'uuid', description: 'Organisations that stay as they are' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(importChoiceLimits.values)
  @IsId({ each: true })
  keep?: string[];

  @ApiPropertyOptional({
    type: Boolean,
    description: 'Takes the lines without an error; the others are a file',
  })
  @MayBeAbsent()
  @IsBoolean()
  takeRight?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'Writes to new people' })
  @MayBeAbsent()
  @IsBoolean()
  welcome?: boolean;

  @ApiPropertyOptional({ ...textTable, description: 'Words for what is wrong, for the file of the others' })
  @MayBeAbsent()
  @IsTable((_, sentence) => isText(sentence))
  reasons?: Record<string, string>;
}

/** The form in which a list comes: the file `list`, and what is said of it as JSON. */
export class ImportFormDto {
  /** The file itself does not come as a field. */
  @ApiProperty({ type: 'string', format: 'binary' })
  @MayBeAbsent()
  @Equals(undefined)
  list?: unknown;

  @ApiProperty({ type: ImportChoicesDto })
  @Transform(({ value }) => plainToInstance(ImportChoicesDto, choicesIn(value)))
  @IsDefined()
  @ValidateNested()
  choices!: ImportChoicesDto;
}

function choicesIn(value: unknown): unknown {
  if (value === undefined) return {};
  try {
    const said = JSON.parse(String(value)) as unknown;
    return isPlain(said) ? said : null;
  } catch {
    return null;
  }
}

export class ImportProblemDto implements Exactly<ImportProblem, ImportProblemDto> {
  @ApiProperty({ type: Number, description: 'As a spreadsheet counts' })
  line!: number;

  @ApiProperty({ enum: importFields, enumName: 'ImportField', nullable: true })
  field!: ImportField | null;

  @ApiProperty({ enum: importProblems, enumName: 'ImportProblemKind' })
  problem!: ImportProblem['problem'];

  @ApiProperty({ type: String })
  value!: string;
}

export class UnknownWordDto implements Exactly<UnknownWord, UnknownWordDto> {
  @ApiProperty({ enum: chosenFields, enumName: 'ChosenField' })
  field!: ChosenField;

  @ApiProperty({ type: String, description: 'Its name in `words`' })
  key!: string;

  @ApiProperty({ type: String })
  said!: string;

  @ApiProperty({ type: Number })
  lines!: number;

  @ApiProperty({ type: String, nullable: true })
  chosen!: string | null;
}

export class ImportQuestionDto implements Exactly<ImportQuestion, ImportQuestionDto> {
  @ApiProperty({ type: String, description: 'Its name in `answers`' })
  id!: string;

  @ApiProperty({ enum: importQuestions, enumName: 'ImportQuestionKind' })
  kind!: ImportQuestion['kind'];

  @ApiProperty({ type: [Number] })
  lines!: readonly number[];

  @ApiProperty({ type: String })
  before!: string;

  @ApiProperty({ type: String })
  said!: string;

  @ApiProperty({ type: String, nullable: true })
  address!: string | null;
}

export class ChangedFieldDto implements Exactly<ImportChange['fields'][number], ChangedFieldDto> {
  @ApiProperty({ type: String })
  field!: string;

  @ApiProperty({ type: String, nullable: true })
  before!: string | null;

  @ApiProperty({ type: String })
  after!: string;
}

export class ImportChangeDto implements Exactly<ImportChange, ImportChangeDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: [ChangedFieldDto] })
  fields!: readonly ChangedFieldDto[];
}

export class ImportPreviewDto implements Exactly<ImportPreviewView, ImportPreviewDto> {
  @ApiProperty({ enum: encodings, enumName: 'ImportEncoding' })
  encoding!: string;

  @ApiProperty({ enum: separators })
  separator!: string;

  @ApiProperty({ type: [String] })
  heads!: readonly string[];

  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } })
  mapping!: Record<string, number>;

  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'string' } } })
  sample!: readonly (readonly string[])[];

  @ApiProperty({ type: Number })
  lines!: number;

  @ApiProperty({ type: Number })
  problemCount!: number;

  @ApiProperty({ type: [ImportProblemDto], description: 'The first 200' })
  problems!: readonly ImportProblemDto[];

  @ApiProperty({ type: Number, description: 'Lines that `takeRight` would leave out' })
  wrongLines!: number;

  @ApiProperty({ type: [UnknownWordDto], description: 'The first 200' })
  unknown!: readonly UnknownWordDto[];

  @ApiProperty({ type: [ImportQuestionDto], description: 'The first 200' })
  questions!: readonly ImportQuestionDto[];

  @ApiProperty({ type: [ImportChangeDto], description: 'The first 200' })
  changes!: readonly ImportChangeDto[];

  @ApiProperty({ type: Number })
  newOrganisations!: number;

  @ApiProperty({ type: Number })
  changedOrganisations!: number;

  @ApiProperty({ type: Number })
  newPeople!: number;

  @ApiProperty({ type: Number })
  newRepresentatives!: number;
}
