import { answerOf, commandHeaders, useRefresh } from '@plenary/ground/web';
import type { CoalitionRole, OrganisationState } from '@plenary/organisations/domain';
import { useMutation } from '@tanstack/react-query';
import { api } from './organisations-api';

/** States of organisations show beside people, too, and decide what the reader may do. */
const useRefreshStates = () => useRefresh({ kind: 'organisation' }, { kind: 'person' });

/** One state for several organisations: all or none. Answers which were in another before. */
export function useBulkStates() {
  return useMutation({
    mutationFn: (body: { ids: string[]; state: OrganisationState; reason: string }) =>
      answerOf(api.PUT('/api/organisations/states', { headers: commandHeaders(), body })),
    onSettled: useRefreshStates(),
  });
}

/** ORG-21: each is in the state again that it had before one's own last change. */
export function useUndoStates() {
  return useMutation({
    mutationFn: (ids: string[]) =>
      answerOf(api.POST('/api/organisations/states/undo', { headers: commandHeaders(), body: { ids } })),
    onSettled: useRefreshStates(),
  });
}

/** One role in the coalition for several people: all or nobody. Answers whose roles it changed. */
export function useBulkRoles() {
  const refresh = useRefresh({ kind: 'person' });
  return useMutation({
    mutationFn: ({ role, ...body }: { role: CoalitionRole; personIds: string[]; give: boolean }) =>
      answerOf(api.PUT('/api/roles/{role}', { params: { path: { role } }, headers: commandHeaders(), body })),
    onSettled: refresh,
  });
}
