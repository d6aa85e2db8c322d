import { ApiProperty } from '@nestjs/swagger';
import { plainToInstance, Transform } from 'class-transformer';
import { Equals, IsDefined, ValidateNested } from 'class-validator';
import { MayBeAbsent } from '@plenary/ground/server';
import { CreateStatementDto } from '@plenary/statements/server';
import { BeginningChoicesDto, choicesIn } from './returned/returned.dto.js';

/** The form in which a statement comes that was read out of a file: its paragraphs as JSON, and what it is to be called. */
export class FromFileDto extends CreateStatementDto {
  /** The file itself does not come as a field. */
  @ApiProperty({ type: 'string', format: 'binary' })
  @MayBeAbsent()
  @Equals(undefined)
  text?: unknown;
}

/** The same with what stands beside the text: `text` is `{ paragraphs, file }`, the file as one that comes back. */
export class FromWordFileDto extends FromFileDto {
  @ApiProperty({ type: BeginningChoicesDto })
  @Transform(({ value }) => plainToInstance(BeginningChoicesDto, choicesIn(value)))
  @IsDefined()
  @ValidateNested()
  choices!: BeginningChoicesDto;
}
