import { useEffect, useMemo } from 'react';
import { useThreads } from '../api/use-threads';
import { asAsked, outcomeOf, type ChosenFilter } from '../components/filters';
import type { StandingThread } from './order';

/** Which of the threads of a text are shown. What a line of a thread does not say, the server is asked for. */
export function useMatching(
  statementId: string,
  filter: ChosenFilter,
  standing: readonly StandingThread[],
): readonly StandingThread[] {
  const { show, organisationId, paragraphId } = filter;
  const asks = show === 'mine' || outcomeOf(show) !== undefined;
  const answer = useThreads(statementId, asAsked({ show }), asks);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = answer;
  useEffect(() => {
    if (asks && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [asks, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return useMemo(() => {
    const found = asks ? new Set(data?.map(({ id }) => id)) : null;
    return standing.filter(({ thread, paragraph }) => {
      if (organisationId && thread.author.organisation?.id !== organisationId) return false;
      if (paragraphId && paragraph?.id !== paragraphId) return false;
      if (found) return found.has(thread.id);
      if (show === 'unread') return thread.unreadCount > 0;
      return show === 'all' || thread.isResolved === (show === 'resolved');
    });
  }, [standing, asks, data, show, organisationId, paragraphId]);
}
