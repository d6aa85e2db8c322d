import type { PlaceView, ThreadPlaceView } from '@plenary/comments/domain';
import type { ItemId, PrintedRun } from '@plenary/ground/text';
import { answerOf, keptOffline } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';
import { showsThreads } from './shows-threads';
import { api } from './threads-api';

const ask = (id: string, signal: AbortSignal) =>
  answerOf(api.GET('/api/statements/{id}/threads/places', { params: { path: { id } }, signal }));

type Answered = Awaited<ReturnType<typeof ask>>;

/** All threads of a statement, a line for each: for marks upon the text, the margin and the panel. */
export function usePlaces(statementId: string) {
  return useQuery({
    queryKey: ['thread-places', statementId],
    queryFn: ({ signal }) => ask(statementId, signal),
    select: placesFrom,
    meta: { ...keptOffline, ...showsThreads(statementId) },
  });
}

const placesFrom = ({ items }: Answered): ThreadPlaceView[] =>
  items.map((thread) => ({ ...thread, place: placeFrom(thread.place) }));

/** Rows of numbers have no length in the API's description. */
const placeFrom = ({ anchor, print, ...place }: Answered['items'][number]['place']): PlaceView => ({
  ...place,
  anchor: anchor && anchor.map(({ first, last }) => ({ first: itemId(first), last: itemId(last) })),
  print: print && { ...print, runs: print.runs.map(printedRun) },
});

const itemId = ([client = 0, clock = 0]: number[]): ItemId => [client, clock];
const printedRun = ([client = 0, clock = 0, length = 0]: number[]): PrintedRun => [client, clock, length];
