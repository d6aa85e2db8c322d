import { pageLimit } from '@plenary/ground/kernel';
import { answerOf, keptOffline, shows } from '@plenary/ground/web';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { api } from './statements-api';

export interface StatementsFilter {
  readonly query?: string;
  /** Only statements of this group. */
  readonly group?: string;
}

const statements = (filter: StatementsFilter) =>
  queryOptions({
    queryKey: ['statements', filter],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/statements', { params: { query: { ...filter, limit: pageLimit.maximum } }, signal }),
      ),
    placeholderData: keepPreviousData,
    meta: { ...keptOffline, ...shows({ kind: 'statement' }, { kind: 'group' }, { kind: 'coalition' }) },
  });

/** Statements that the person may read, the latest first. */
export function useStatements(filter: StatementsFilter) {
  return useQuery({
    ...statements(filter),
    select: (page) => page.items,
  });
}

/** How many there are in all. */
export function useStatementTotal(filter: StatementsFilter) {
  return useQuery({ ...statements(filter), select: (page) => page.total }).data;
}
