import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import { IsId, IsInstant, MayBeAbsent, type Exactly } from '@plenary/ground/server';
import {
  mandateKinds,
  mandateStates,
  type MandateKind,
  type MandateState,
  type MandateView,
} from '@plenary/organisations/domain';

export class GiveMandateDto {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsId()
  personId!: string;

  @ApiProperty({ enum: mandateKinds, enumName: 'MandateKind' })
  @IsIn(mandateKinds)
  kind!: MandateKind;

  @ApiProperty({ type: Boolean, description: 'Acts when none of the holders can' })
  @IsBoolean()
  alternate!: boolean;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'From now on when absent' })
  @MayBeAbsent()
  @IsInstant()
  from?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Until it is ended when absent' })
  @MayBeAbsent()
  @IsInstant()
  until?: string;
}

export class MandateDto implements Exactly<MandateView, MandateDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'uuid' })
  personId!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ enum: mandateKinds, enumName: 'MandateKind' })
  kind!: MandateKind;

  @ApiProperty({ type: Boolean })
  alternate!: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  from!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  until!: string | null;

  @ApiProperty({ enum: mandateStates, enumName: 'MandateState' })
  state!: MandateState;
}
