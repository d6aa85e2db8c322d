import { failTask } from './tasks.errors.js';

/**
 * Until when (TSK-5): a day, which has ended when it has ended where its reader is; or a minute of that day at a place,
 * kept as it was said there, so that it stays right when the place changes its clocks.
 */
export interface Due {
  /** A day, as YYYY-MM-DD. */
  readonly on: string;
  /** A time of that day at the place, as HH:MM; null for the day as a whole. */
  readonly time: string | null;
  /** The place's time zone, by its IANA name; null with `time`. */
  readonly zone: string | null;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const minute = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Throws `task.due-unknown` for a day that is none, a time without its place, or a place that nobody knows. */
export function checkedDue({ on, time, zone }: Due): Due {
  const isDay = day.test(on) && isOfCalendar(on);
  const isTime = time === null ? zone === null : minute.test(time) && zone !== null && isZone(zone);
  return isDay && isTime ? { on, time, zone } : failTask('task.due-unknown');
}

/** The thirtieth of February is read as a day of March. */
function isOfCalendar(on: string): boolean {
  const at = Date.parse(`${on}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(on);
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds that a zone is ahead of UTC at this instant. */
function aheadAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).formatToParts(instant);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const there = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return there - Math.floor(instant / 1_000) * 1_000;
}

/** What a clock on the wall of a place says, as an instant; of an hour that is skipped, the one after it. */
function instantOf(day: string, time: string, zone: string): number {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const first = wall - aheadAt(wall, zone);
  return wall - aheadAt(first, zone);
}

/** When it is overdue, in milliseconds since 1970: a day when it has ended in the reader's zone. */
export function endOf({ on, time, zone }: Due, readersZone: string): number {
  if (time !== null && zone !== null) return instantOf(on, time, zone);
  const next = new Date(Date.parse(`${on}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return instantOf(next, '00:00', readersZone);
}
