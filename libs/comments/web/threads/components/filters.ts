import { outcomes, type Outcome, type ThreadPlaceView } from '@plenary/comments/domain';
import type { ThreadsFilter } from '../api/use-threads';

/** What of the threads is shown, as one chooses it: one of these at a time. */
export const shownKinds = ['open', 'unread', 'mine', 'resolved', 'all'] as const;
export type ShownKind = (typeof shownKinds)[number] | Outcome;

export const allKinds: readonly ShownKind[] = [...shownKinds, ...outcomes];

export interface ChosenFilter {
  readonly show: ShownKind;
  readonly organisationId?: string;
  readonly groupId?: string;
  readonly paragraphId?: string;
}

export const outcomeOf = (show: ShownKind): Outcome | undefined => outcomes.find((each) => each === show);

/** As the server is asked. */
export function asAsked({ show, ...others }: ChosenFilter): ThreadsFilter {
  const outcome = outcomeOf(show);
  return {
    ...others,
    ...(outcome ? { outcome } : {}),
    ...(show === 'open' || show === 'resolved' ? { state: show } : {}),
    ...(show === 'mine' ? { mine: true } : {}),
    ...(show === 'unread' ? { unread: true } : {}),
  };
}

/** Organisations for which threads were begun, by name. */
export function organisationsIn(threads: readonly Pick<ThreadPlaceView, 'author'>[]) {
  const found = new Map<string, string>();
  for (const { author } of threads)
    if (author.organisation) found.set(author.organisation.id, author.organisation.name);
  return [...found]
    .map(([id, name]) => ({ id, name }))
    .sort((one, other) => one.name.localeCompare(other.name));
}
