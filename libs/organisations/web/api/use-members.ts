import { answerOf, commandHeaders, useRefresh } from '@plenary/ground/web';
import {
  organisationSubject,
  type CoalitionRole,
  type RepresentativeRole,
} from '@plenary/organisations/domain';
import { useMutation } from '@tanstack/react-query';
import { api } from './organisations-api';

/** What a person is for an organisation; null lets go of them. */
export function useChangeMember(organisationId: string) {
  const refresh = useRefresh(organisationSubject(organisationId), { kind: 'person' });
  return useMutation({
    mutationFn: ({ personId, role }: { personId: string; role: RepresentativeRole | null }) => {
      const params = { path: { id: organisationId, personId } };
      const path = '/api/organisations/{id}/people/{personId}';
      const headers = commandHeaders();
      return answerOf(
        role ? api.PUT(path, { params, headers, body: { role } }) : api.DELETE(path, { params, headers }),
      );
    },
    onSettled: refresh,
  });
}

/** For which organisation the signed-in person speaks from now on. */
export function useChooseSpokes() {
  // Rights follow, so that everything on screen may be otherwise now.
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (organisationId: string) =>
      answerOf(
        api.PUT('/api/membership/speaks-for', { headers: commandHeaders(), body: { organisationId } }),
      ),
    onSuccess: refresh,
  });
}

/** Gives a role in the coalition, or takes it. */
export function useCoalitionRole(personId: string) {
  const refresh = useRefresh({ kind: 'person', id: personId });
  return useMutation({
    mutationFn: ({ role, has }: { role: CoalitionRole; has: boolean }) => {
      const params = { path: { id: personId, role } };
      const headers = commandHeaders();
      const path = '/api/people/{id}/roles/{role}';
      return answerOf(has ? api.PUT(path, { params, headers }) : api.DELETE(path, { params, headers }));
    },
    onSettled: refresh,
  });
}
