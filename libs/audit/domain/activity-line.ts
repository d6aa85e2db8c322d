import type { EventRecord, Subject } from '@plenary/ground/kernel';

/**
 * AUD-5: whether an act was one of the organisation for which its person speaks. What is done for the coalition, or to
 * another organisation, is not their own organisation's doing.
 */
export function isInNameOf(
  organisationId: string,
  { doneFor }: Pick<EventRecord, 'doneFor'>,
  subject: Subject,
): boolean {
  if (doneFor === 'coalition') return false;
  if (subject.kind === 'organisation') return subject.id === organisationId;
  return doneFor !== 'subject';
}

/** AUD-6: whom else an event names, besides its subject and its person: the one that goes on, or who is given a right. */
export function othersIn(record: EventRecord, payload: object): Subject | null {
  return record.other?.(payload) ?? null;
}

/** Which parts of a thing were changed, by their names; their contents are not told. */
export function partsIn(record: EventRecord, payload: object): string[] {
  const said = payload as Record<string, unknown>;
  return (record.told ?? []).flatMap(({ as, key }) => {
    const parts = as === 'parts' ? said[key] : null;
    return Array.isArray(parts) ? parts.filter((each): each is string => typeof each === 'string') : [];
  });
}

/** To whom something is given, where a word says it: everybody, or whoever has a role. */
export function wordsForOthers(record: EventRecord, payload: object): Record<string, string> {
  return Object.fromEntries(
    (record.told ?? []).flatMap((told) => {
      const word = told.as === 'to' ? told.of(payload as never) : null;
      return word === null ? [] : [[told.key, word]];
    }),
  );
}
