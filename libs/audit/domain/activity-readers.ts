import type { Subject } from '@plenary/ground/kernel';
import { isInNameOf } from './activity-line.js';
import { activityNames, shownRecoverySteps, type ActivityName, type ActivityScope } from './activity.js';

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
  const name = activityNames.find((each) => each === act.name);
  if (!name || !isShown(name, act.payload)) return false;
  if (scope.kind !== 'organisations') return scope.kind === 'all';
  return scope.ids.some(
    (own) =>
      (kind === 'organisation' && id === own) ||
      (organisationId === own && isInNameOf(own, name, { kind, id })),
  );
}

function isShown(name: ActivityName, payload: object): boolean {
  if (name !== 'person.device-recovery') return true;
  const { step } = payload as { step?: string };
  return shownRecoverySteps.some((each) => each === step);
}
