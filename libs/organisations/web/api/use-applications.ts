import { answerOf, commandHeaders, type components } from '@plenary/ground/web';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, doorKey, invitationsKey, organisationsKey } from './organisations-api';

type Shapes = components['schemas'];
export type Application = Shapes['ApplicationDto'];

const applicationsKey = ['applications'] as const;

/** The queue of those who ask to be taken in. */
export function useApplications() {
  return useInfiniteQuery({
    queryKey: applicationsKey,
    queryFn: ({ pageParam, signal }) =>
      answerOf(api.GET('/api/applications', { params: { query: { cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: (answer) => answer.pages.flatMap((page) => page.items),
  });
}

/** From outside: nothing is kept before the address is confirmed. */
export function useApply() {
  return useMutation({
    mutationFn: (body: Shapes['ApplyDto']) => answerOf(api.POST('/api/applications', { body })),
  });
}

export function useConfirmApplication() {
  return useMutation({
    mutationFn: (secret: string) => answerOf(api.POST('/api/applications/confirm', { body: { secret } })),
  });
}

export function useNoteApplication(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shapes['NoteApplicationDto']) =>
      answerOf(
        api.POST('/api/applications/{id}/notes', {
          params: { path: { id } },
          headers: commandHeaders(),
          body,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: applicationsKey }),
  });
}

/** `onDecided` is called whatever is still on screen: what is decided leaves the queue. */
export function useDecideApplication(id: string, onDecided: (state: 'active' | 'refused') => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shapes['DecideApplicationDto']) =>
      answerOf(
        api.PUT('/api/applications/{id}/decision', {
          params: { path: { id } },
          headers: commandHeaders(),
          body,
        }),
      ),
    onSuccess: (_answer, { state }) => onDecided(state),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: applicationsKey }),
        queries.invalidateQueries({ queryKey: organisationsKey }),
        queries.invalidateQueries({ queryKey: invitationsKey(id) }),
      ]),
  });
}

/** What coordinators change of the coalition itself. */
export function useChangeCoalition() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shapes['ChangeCoalitionDto']) =>
      answerOf(api.PATCH('/api/coalition', { headers: commandHeaders(), body })),
    onSettled: () =>
      Promise.all([['coalition'], doorKey].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
