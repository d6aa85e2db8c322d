import { answerOf, commandHeaders, type components, shows, useRefresh } from '@plenary/ground/web';
import { infiniteQueryOptions, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { applicationSubject, invitationsSubject } from '@plenary/arrivals/domain';
import { organisationSubject } from '@plenary/organisations/domain';
import { api } from './arrivals-api';

type Shapes = components['schemas'];
export type Application = Shapes['ApplicationDto'];

const applications = infiniteQueryOptions({
  queryKey: ['applications'],
  meta: shows({ kind: 'organisation' }, { kind: 'application' }),
  queryFn: ({ pageParam, signal }) =>
    answerOf(api.GET('/api/applications', { params: { query: { cursor: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.nextCursor ?? undefined,
});

/** The queue of those who apply. */
export function useApplications() {
  return useInfiniteQuery({
    ...applications,
    select: (answer) => answer.pages.flatMap((page) => page.items),
  });
}

/** How many wait in all. */
export function useApplicationTotal() {
  return useInfiniteQuery({ ...applications, select: (answer) => answer.pages[0]?.total }).data;
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
  const refresh = useRefresh(applicationSubject(id));
  return useMutation({
    mutationFn: (body: Shapes['NoteApplicationDto']) =>
      answerOf(
        api.POST('/api/applications/{id}/notes', {
          params: { path: { id } },
          headers: commandHeaders(),
          body,
        }),
      ),
    onSuccess: refresh,
  });
}

/** `onDecided` is called whatever is still on screen: what is decided leaves the queue. */
export function useDecideApplication(id: string, onDecided: (state: 'active' | 'refused') => void) {
  const refresh = useRefresh(organisationSubject(id), invitationsSubject(id));
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
    onSettled: refresh,
  });
}
