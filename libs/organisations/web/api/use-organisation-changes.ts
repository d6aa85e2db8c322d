import { answerOf, commandHeaders, shows, useRefresh } from '@plenary/ground/web';
import { organisationSubject, type OrganisationState } from '@plenary/organisations/domain';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, type OrganisationFields } from './organisations-api';

/** Adds an organisation; answers its id. */
export function useAddOrganisation() {
  const refresh = useRefresh({ kind: 'organisation' });
  return useMutation({
    mutationFn: async (body: OrganisationFields) =>
      (await answerOf(api.POST('/api/organisations', { headers: commandHeaders(), body }))).id,
    onSuccess: refresh,
  });
}

export function useChangeOrganisation(id: string) {
  const refresh = useRefresh(organisationSubject(id));
  return useMutation({
    mutationFn: (body: Partial<OrganisationFields>) =>
      answerOf(
        api.PATCH('/api/organisations/{id}', { params: { path: { id } }, headers: commandHeaders(), body }),
      ),
    onSuccess: refresh,
  });
}

/** Accepts, suspends, lets go: with a reason that is put on record. */
export function useChangeState(id: string) {
  const refresh = useRefresh(organisationSubject(id), { kind: 'person' });
  return useMutation({
    mutationFn: (body: { state: OrganisationState; reason: string }) =>
      answerOf(
        api.PUT('/api/organisations/{id}/state', {
          params: { path: { id } },
          headers: commandHeaders(),
          body,
        }),
      ),
    onSettled: refresh,
  });
}

/** Who changed an organisation's state, when and why; the newest first. For those who may name its people. */
export function useHistory(id: string) {
  return useQuery({
    queryKey: ['organisation', id, 'history'],
    meta: shows(organisationSubject(id), { kind: 'person' }),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/organisations/{id}/history', { params: { path: { id } }, signal })),
    select: ({ items }) => items,
  });
}
