import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { isId, pageLimit, type Page } from '@plenary/ground/kernel';
import { isInstant } from '../http/fields.js';
import { failGround } from '../http/ground.errors.js';
import { isWholeText } from '../http/whole-text.js';

/** What every list takes: `?limit=50&cursor=…`. */
export class PageQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: pageLimit.maximum, default: pageLimit.default })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(pageLimit.maximum)
  limit: number = pageLimit.default;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  cursor?: string;
}

/** A page out of rows of which one more than `limit` was asked for; `cursorAfter` names the last row's place. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  cursorAfter: (last: Row) => string,
): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorAfter(last) : null };
}

/** How many there are in all, up to a bound: of a list without its order and its place, by one query. */
export async function totalOf<Row extends ObjectLiteral>(list: SelectQueryBuilder<Row>): Promise<number> {
  const [sql, values] = list
    .clone()
    .select('1', 'one')
    .orderBy()
    .limit(pageLimit.counted + 1)
    .getQueryAndParameters();
  const [{ total }] = (await list.connection.query(
    `SELECT count(*)::int AS total FROM (${sql}) AS counted`,
    values,
  )) as [{ total: number }];
  return total;
}

/** An opaque cursor that holds the sort keys of the last row. */
export function cursorOf(place: Readonly<Record<string, string>>): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/**
 * Reads a cursor with these keys; null without one; `request.invalid` when it was tampered with. A key `id` holds a
 * UUID, `number` a whole number and keys in `…At` an instant, since the database would fail on anything else.
 */
export function readCursor<Key extends string>(
  cursor: string | undefined,
  keys: readonly Key[],
): Record<Key, string> | null {
  if (cursor === undefined || cursor === '') return null;
  try {
    const place = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Record<string, unknown>;
    if (keys.every((key) => isPlace(key, place[key]))) return place as Record<Key, string>;
  } catch {
    // Not ours: told to the caller below.
  }
  return failGround('request.invalid', { field: 'cursor' });
}

function isPlace(key: string, value: unknown): boolean {
  if (typeof value !== 'string' || !isWholeText(value)) return false;
  if (key === 'id') return isId(value);
  if (key === 'number') return /^\d{1,18}$/.test(value);
  return !key.endsWith('At') || isInstant(value);
}
