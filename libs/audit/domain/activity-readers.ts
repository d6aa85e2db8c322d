import { eventsOnRecord, type EventRecord, type Subject } from '@plenary/ground/kernel';
import { isInNameOf } from './activity-line.js';
import type { ActivityScope } from './activity.js';

/** One line of the activity, as something that can be followed. */
export const activitySubject = (eventId: string): Subject => ({ kind: 'activity', id: eventId });

interface Act {
  readonly name: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly payload: object;
  readonly organisationId: string | null;
}

/** AUD-1, AUD-2, AUD-5: whether the act is a line for somebody of this scope; the query on the event log says the same. */
export function mayReadOf(scope: ActivityScope, act: Act): boolean {
  const { subjectKind: kind, subjectId: id, organisationId } = act;
  const record = eventsOnRecord().get(act.name);
  if (!record || !isShown(record, act.payload)) return false;
  if (scope.kind !== 'organisations') return scope.kind === 'all';
  return scope.ids.some(
    (own) =>
      (kind === 'organisation' && id === own) ||
      (organisationId === own && isInNameOf(own, record, { kind, id })),
  );
}

function isShown({ only }: EventRecord, payload: object): boolean {
  return !only || only.among.includes(String((payload as Record<string, unknown>)[only.key]));
}
