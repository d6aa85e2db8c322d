import { defineEvent, type DomainEvent } from './events.js';
import { newId, type PersonId } from './ids.js';

/** Whose standing an event changes: who may do what follows from it. */
export type Concerned = readonly PersonId[] | 'everybody';

/** Those whose standing changed; null for everybody. */
export interface Standings {
  readonly personIds: readonly PersonId[] | null;
}

/**
 * What these people are is another from now on, and so is what they may do: a role, an organisation, a group, a second
 * factor. It is written with, and before, whatever brings it about: events that do so say whose standing beside their
 * definition (`standing`). Whoever remembers rights listens to this one.
 */
export const standingChanged = defineEvent<'standing.changed', Standings>({
  name: 'standing.changed',
  audience: () => ({ kind: 'nobody' }),
});

/** People in one event. */
const most = 500;

/** The event with those whose standing it changes, where its definition cannot know them. */
export const withStanding = <Event extends DomainEvent>(event: Event, standing: Concerned): Event => ({
  ...event,
  standing,
});

/** What of the standings of people is to be said before these events; each person once, who is in `said` not again. */
export function standingsChangedBy(
  events: readonly DomainEvent[],
  said: Set<PersonId | 'everybody'>,
): DomainEvent[] {
  if (said.has('everybody')) return [];
  const concerned = events.flatMap(({ standing = [] }) => standing);
  if (events.some(({ standing }) => standing === 'everybody')) {
    said.add('everybody');
    return [changed(null)];
  }
  const people = [...new Set(concerned)].filter((each) => !said.has(each));
  for (const each of people) said.add(each);
  const parts = Array.from({ length: Math.ceil(people.length / most) }, (_, part) =>
    people.slice(part * most, (part + 1) * most),
  );
  return parts.map(changed);
}

/** Subject: the one person, or a number of its own for many. */
const changed = (personIds: readonly PersonId[] | null): DomainEvent =>
  standingChanged({ kind: 'standing', id: personIds?.length === 1 ? personIds[0]! : newId() }, { personIds });
