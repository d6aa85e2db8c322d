import { ApiProperty } from '@nestjs/swagger';
import { Equals } from 'class-validator';
import { MayBeAbsent } from '@plenary/ground/server';
import { CreateStatementDto } from '@plenary/statements/server';

/** The form in which a statement comes that was read out of a file: its paragraphs as JSON, and what it is to be called. */
export class FromFileDto extends CreateStatementDto {
  /** The file itself does not come as a field. */
  @ApiProperty({ type: 'string', format: 'binary' })
  @MayBeAbsent()
  @Equals(undefined)
  text?: unknown;
}
