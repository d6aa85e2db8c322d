import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import type { Exactly } from '@plenary/ground/server';
import {
  isItemId,
  type Anchor,
  type AnchorPrint,
  type ItemId,
  type PrintedHome,
  type PrintedRun,
  type Stretch,
} from '@plenary/ground/text';
import { placeKinds, type PlaceKind, type PlaceView } from '@plenary/comments/domain';

/** So many whole numbers: the web's types are tuples by `prefixItems`, which the decorator does not know. */
export const numbers = (count: number, description: string) => {
  const each = { type: 'number' as const };
  const known = { type: 'array' as const, items: each, minItems: count, maxItems: count, description };
  return Object.assign(known, { prefixItems: Array.from({ length: count }, () => each) } as object);
};

export const IsItemId = (): PropertyDecorator =>
  ValidateBy({ name: 'isItemId', validator: { validate: isItemId } });

export class AnchorStretchDto implements Exactly<Stretch, AnchorStretchDto> {
  @ApiProperty(numbers(2, 'The first character: client id, number'))
  @IsItemId()
  first!: ItemId;

  @ApiProperty(numbers(2, 'The last character: client id, number'))
  @IsItemId()
  last!: ItemId;
}

export class PrintedHomeDto implements Exactly<PrintedHome, PrintedHomeDto> {
  @ApiProperty({ type: String })
  id!: string;

  @ApiProperty({ type: String, nullable: true })
  at!: string | null;
}

export class AnchorPrintDto implements Exactly<AnchorPrint, AnchorPrintDto> {
  @ApiProperty({ type: 'array', items: numbers(3, 'Client id, first number, how many') })
  runs!: readonly PrintedRun[];

  @ApiProperty({ type: [PrintedHomeDto] })
  homes!: readonly PrintedHomeDto[];

  @ApiProperty({ type: String, nullable: true })
  before!: string | null;

  @ApiProperty({ type: String, nullable: true })
  after!: string | null;
}

export class PlaceDto implements Exactly<PlaceView, PlaceDto> {
  @ApiProperty({ enum: placeKinds, enumName: 'PlaceKind' })
  kind!: PlaceKind;

  @ApiProperty({ type: [AnchorStretchDto], nullable: true, description: 'Of a passage' })
  anchor!: Anchor | null;

  @ApiProperty({
    type: AnchorPrintDto,
    nullable: true,
    description: 'Of a passage: what it consisted of and where it stood, for `anchorStateOf`',
  })
  print!: AnchorPrintDto | null;

  @ApiProperty({ type: String, nullable: true })
  paragraphId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Of a suggestion' })
  suggestionId!: string | null;

  @ApiProperty({ type: String, description: 'The words as they were when the thread was begun' })
  quote!: string;

  @ApiProperty({ type: String })
  before!: string;

  @ApiProperty({ type: String })
  after!: string;
}
