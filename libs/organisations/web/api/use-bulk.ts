import { answerOf, commandHeaders } from '@plenary/ground/web';
import type { CoalitionRole, OrganisationState } from '@plenary/organisations/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, membershipKey, organisationsKey } from './organisations-api';

/** States of organisations show beside people, too, and decide what the reader may do. */
function useForgetStates() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [organisationsKey, ['organisation'], ['people'], ['person'], membershipKey].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
}

/** One state for several organisations: all or none. Answers which were in another before. */
export function useBulkStates() {
  return useMutation({
    mutationFn: (body: { ids: string[]; state: OrganisationState; reason: string }) =>
      answerOf(api.PUT('/api/organisations/states', { headers: commandHeaders(), body })),
    onSettled: useForgetStates(),
  });
}

/** ORG-21: each is in the state again that it had before one's own last change. */
export function useTakeBackStates() {
  return useMutation({
    mutationFn: (ids: string[]) =>
      answerOf(api.POST('/api/organisations/states/undo', { headers: commandHeaders(), body: { ids } })),
    onSettled: useForgetStates(),
  });
}

/** One role in the coalition for several people: all or nobody. Answers whose roles it changed. */
export function useBulkRoles() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ role, ...body }: { role: CoalitionRole; personIds: string[]; give: boolean }) =>
      answerOf(api.PUT('/api/roles/{role}', { params: { path: { role } }, headers: commandHeaders(), body })),
    onSettled: () =>
      Promise.all(
        [['people'], ['person'], membershipKey].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
  });
}
