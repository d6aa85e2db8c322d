import { answerOf, commandHeaders, shows, useRefresh } from '@plenary/ground/web';
import { statementSubject, type HistoryRight } from '@plenary/statements/domain';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../api/statements-api';

const path = (id: string) => ({ path: { id } });
const about = (id: string) => shows(statementSubject(id), { kind: 'person' }, { kind: 'organisation' });

/** What there is to see of a statement's history. */
export function useHistory(id: string) {
  return useQuery({
    queryKey: ['statement', id, 'history'],
    meta: about(id),
    queryFn: ({ signal }) => answerOf(api.GET('/api/statements/{id}/history', { params: path(id), signal })),
  });
}

/** Stretches that are asked for at once. */
export const stretchesAtOnce = 50;

/** The block of stretches in which this number is, the latest first. */
export function useStretches(id: string, number: number, count: number) {
  const upTo = Math.ceil(number / stretchesAtOnce) * stretchesAtOnce;
  return useQuery({
    queryKey: ['statement', id, 'stretches', upTo],
    meta: about(id),
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/statements/{id}/history/stretches', {
          params: { ...path(id), query: { upTo, limit: stretchesAtOnce } },
          signal,
        }),
      ),
    enabled: number > 0,
    // Of the last ones more may come; those before stay as they are.
    staleTime: upTo < count ? Infinity : 0,
    select: ({ items }) => items,
  });
}

/** Two moments compared; that never changes. */
export function useComparison(id: string, moments: { from: number; to: number } | null) {
  const { from, to } = moments ?? { from: 0, to: 0 };
  return useQuery({
    queryKey: ['statement', id, 'comparison', from, to],
    meta: about(id),
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/statements/{id}/history/comparison', {
          params: { ...path(id), query: { from, to } },
          signal,
        }),
      ),
    enabled: moments !== null,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

/** Whose words stand in the text, as it is or at a moment. */
export function useAuthorship(id: string, at: number | undefined) {
  return useQuery({
    queryKey: ['statement', id, 'authorship', at ?? null],
    meta: about(id),
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/statements/{id}/history/authorship', {
          params: { ...path(id), query: at === undefined ? {} : { at } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** Asked once a visit: what is read meanwhile stays marked until the person leaves. */
export function useUnread(id: string) {
  return useQuery({
    queryKey: ['statement', id, 'unread'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/statements/{id}/history/unread', { params: path(id), signal })),
    staleTime: Infinity,
    retry: false,
  });
}

export function useNameVersion(id: string) {
  return useMutation({
    mutationFn: (body: { name: string; note: string; seq: number }) =>
      answerOf(
        api.POST('/api/statements/{id}/history/versions', {
          params: path(id),
          headers: commandHeaders(),
          body,
        }),
      ),
    onSuccess: useRefresh(statementSubject(id)),
  });
}

export function useRestore(id: string) {
  return useMutation({
    mutationFn: (body: { to: number; paragraphId?: string }) =>
      answerOf(
        api.POST('/api/statements/{id}/history/restorations', {
          params: path(id),
          headers: commandHeaders(),
          body,
        }),
      ),
    onSuccess: useRefresh(statementSubject(id)),
  });
}

export function useOpenHistory(id: string) {
  return useMutation({
    mutationFn: (right: HistoryRight) =>
      answerOf(
        api.PUT('/api/statements/{id}/history/right', {
          params: path(id),
          headers: commandHeaders(),
          body: { right },
        }),
      ),
    onSuccess: useRefresh(statementSubject(id)),
  });
}
