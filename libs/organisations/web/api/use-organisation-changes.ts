import { answerOf, commandHeaders } from '@plenary/ground/web';
import type { OrganisationState } from '@plenary/organisations/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, organisationKey, organisationsKey, type OrganisationFields } from './organisations-api';

/** Adds an organisation; answers its id. */
export function useAddOrganisation() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: OrganisationFields) =>
      (await answerOf(api.POST('/api/organisations', { headers: commandHeaders(), body }))).id,
    onSuccess: () => queries.invalidateQueries({ queryKey: organisationsKey }),
  });
}

export function useChangeOrganisation(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Partial<OrganisationFields>) =>
      answerOf(
        api.PATCH('/api/organisations/{id}', { params: { path: { id } }, headers: commandHeaders(), body }),
      ),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: organisationKey(id) }),
        queries.invalidateQueries({ queryKey: organisationsKey }),
      ]),
  });
}

/** Takes in, suspends, lets go: with a reason that is put on record. */
export function useChangeState(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { state: OrganisationState; reason: string }) =>
      answerOf(
        api.PUT('/api/organisations/{id}/state', {
          params: { path: { id } },
          headers: commandHeaders(),
          body,
        }),
      ),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: organisationKey(id) }),
        queries.invalidateQueries({ queryKey: organisationsKey }),
      ]),
  });
}

/** Who changed an organisation's state, when and why; the newest first. For those who may name its people. */
export function useHistory(id: string) {
  return useQuery({
    queryKey: [...organisationKey(id), 'history'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/organisations/{id}/history', { params: { path: { id } }, signal })),
    select: ({ items }) => items,
  });
}
