import { useFormat } from '@plenary/ground/web';
import { endOf, type Due } from '@plenary/tasks/domain';
import { useMemo, useSyncExternalStore } from 'react';

const minute = 60_000;

/** To make one takes long, and every card asks. */
const device = new Intl.DateTimeFormat();

/** The zone in which the reader's device shows all times. */
export const readersZone = (): string => device.resolvedOptions().timeZone;

const ends = new Map<string, number>();

/** When it has ended for the reader (TSK-5), in milliseconds since 1970. A board asks for it often, of the same days. */
export function endForReader(due: Due): number {
  const zone = readersZone();
  const key = [due.on, due.time, due.zone, zone].join(' ');
  const known = ends.get(key) ?? endOf(due, zone);
  ends.set(key, known);
  return known;
}

function everyMinute(listener: () => void): () => void {
  const timer = setInterval(listener, minute);
  return () => clearInterval(timer);
}

/** Drawn anew only when it becomes overdue. */
export function useIsOverdue(due: Due): boolean {
  const end = useMemo(() => endForReader(due), [due]);
  return useSyncExternalStore(everyMinute, () => end <= Date.now());
}

/** Until when, as the reader's calendar and clock say it. */
export function useDueWords(): (due: Due) => string {
  const format = useFormat();
  return (due) =>
    // Noon: a date alone would be read as midnight in London.
    due.time === null ? format.date(`${due.on}T12:00`) : format.dateAndTime(endForReader(due));
}

/** The city by which a time zone is named. */
export const cityOf = (zone: string): string => zone.split('/').at(-1)!.replaceAll('_', ' ');
