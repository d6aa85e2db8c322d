import { pageLimit } from '@plenary/ground/kernel';
import { answerOf, keptOffline, shows } from '@plenary/ground/web';
import type { StatementView } from '@plenary/statements/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from './statements-api';

export interface StatementsFilter {
  readonly query?: string;
  /** Only statements of this group. */
  readonly group?: string;
}

/** Statements that the person may read, the latest first. */
export function useStatements(filter: StatementsFilter) {
  return useQuery({
    queryKey: ['statements', filter],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/statements', { params: { query: { ...filter, limit: pageLimit.maximum } }, signal }),
      ),
    select: (page) => page.items as unknown as readonly StatementView[],
    placeholderData: keepPreviousData,
    meta: { ...keptOffline, ...shows({ kind: 'statement' }, { kind: 'group' }, { kind: 'coalition' }) },
  });
}
