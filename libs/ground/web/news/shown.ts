import type { Followed } from '@plenary/ground/realtime/protocol';
import type { Query } from '@tanstack/react-query';

/**
 * What a query shows: `{ kind, id }`, or `{ kind }` for a list of all that there are of it. The id `'me'` is the
 * signed-in person's. The id `'mine'` stands for those to which the person belongs: their members hear without asking,
 * and whatever is heard of one of its kind is taken to be about it. Kept with the answer on the device, so plain data.
 */
export type Shown = readonly Followed[];

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      readonly keptOffline?: true;
      readonly shown?: Shown;
      /** Whoever is signed in: the answer stays when somebody else comes. */
      readonly sameForAll?: true;
    };
  }
}

/** `meta: shows({ kind: 'group', id }, { kind: 'person' })`: the query is asked anew when something happens to these. */
export const shows = (...subjects: Shown): { readonly shown: Shown } => ({ shown: subjects });

export const shownBy = ({ meta }: Query, me: string | null): Shown =>
  (meta?.shown ?? []).map((each) => (each.id === 'me' ? { ...each, id: me ?? each.id } : each));

/** What of it has to be followed. */
export const followedBy = (query: Query, me: string): Shown =>
  shownBy(query, me).filter(({ id }) => id !== 'mine');

/** Whether what is shown holds this subject; a subject without an id stands for all of its kind. */
export const holds = (shown: Followed, { kind, id }: Followed): boolean =>
  shown.kind === kind &&
  (shown.id === undefined || shown.id === 'mine' || id === undefined || shown.id === id);
