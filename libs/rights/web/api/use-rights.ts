import { answerOf, apiFor, type components, type paths, shows } from '@plenary/ground/web';
import type { AskedKind } from '@plenary/rights/domain';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

export type Permission = components['schemas']['PermissionDto'];
export type Explained = components['schemas']['ExplainedDto'];
export type Held = components['schemas']['CapacityDto'];
export type StatementRight = components['schemas']['StatementRightOfDto'];

/** About whom one asks. */
export interface Asked {
  readonly kind: AskedKind;
  readonly id: string;
}

const api = apiFor<paths>();

/** What rights follow from, besides what is given on one statement. */
const standing = [{ kind: 'person' }, { kind: 'organisation' }, { kind: 'group' }];

/** Everything that can be done here, and in which capacities. */
export function usePermissions() {
  return useQuery({
    queryKey: ['rights'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/rights', { signal })),
    select: ({ items }) => items,
    staleTime: 600_000,
  });
}

/** What they may do, and why. */
export function useExplained({ kind, id }: Asked) {
  return useQuery({
    queryKey: ['rights', kind, id],
    meta: shows(...standing),
    queryFn: ({ signal }) =>
      answerOf(
        kind === 'people'
          ? api.GET('/api/rights/people/{id}', { params: { path: { id } }, signal })
          : api.GET('/api/rights/{kind}/{id}', { params: { path: { kind, id } }, signal }),
      ),
  });
}

/** The statements on which they have a right, page after page. */
export function useStatementsOf({ kind, id }: Asked) {
  return useInfiniteQuery({
    queryKey: ['rights', kind, id, 'statements'],
    meta: shows(...standing, { kind: 'statement' }),
    queryFn: ({ pageParam, signal }) => {
      const query = { cursor: pageParam };
      return answerOf(
        kind === 'people'
          ? api.GET('/api/rights/people/{id}/statements', { params: { path: { id }, query }, signal })
          : api.GET('/api/rights/{kind}/{id}/statements', { params: { path: { kind, id }, query }, signal }),
      );
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: (answer) => answer.pages.flatMap((page) => page.items),
  });
}
