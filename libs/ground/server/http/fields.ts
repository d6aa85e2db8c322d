import { ValidateBy, ValidateIf } from 'class-validator';

/** The field may be left out, and is no `null`: that would be written where a value has to be. */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

const instant =
  /^(?<day>\d{4}-\d\d-\d\d)(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d))?$/;

/**
 * A day, or an instant with its offset, as ISO 8601 and PostgreSQL both understand it: weeks, days of the year, the
 * 30th of February and the year 0 are none.
 */
export function isInstant(value: unknown): value is string {
  const day = typeof value === 'string' ? instant.exec(value)?.groups?.['day'] : undefined;
  if (!day || day.startsWith('0000')) return false;
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

export const IsInstant = (): PropertyDecorator =>
  ValidateBy({ name: 'isInstant', validator: { validate: isInstant } });
