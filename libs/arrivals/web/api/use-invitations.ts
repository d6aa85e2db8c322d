import { answerOf, commandHeaders, shows, useRefresh } from '@plenary/ground/web';
import { invitationsSubject } from '@plenary/arrivals/domain';
import { type CoalitionRole, type RepresentativeRole } from '@plenary/organisations/domain';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from './arrivals-api';

export interface NewInvitation {
  readonly role: string;
  /** Absent for a link to pass on. */
  readonly email?: string;
  readonly language: string;
  readonly mostUses: number;
  readonly days: number;
}

/** Invitations to an organisation, or (null) to roles in the coalition. */
export function useInvitations(organisationId: string | null) {
  return useQuery({
    queryKey: ['invitations', organisationId],
    meta: shows(invitationsSubject(organisationId)),
    queryFn: async ({ signal }) => {
      const answer = organisationId
        ? api.GET('/api/organisations/{id}/invitations', { params: { path: { id: organisationId } }, signal })
        : api.GET('/api/invitations', { signal });
      return (await answerOf(answer)).items;
    },
  });
}

/** Makes one; the answer holds its address if it is to be passed on by hand. */
export function useInvite(organisationId: string | null) {
  const refresh = useRefresh(invitationsSubject(organisationId));
  return useMutation({
    mutationFn: ({ role, language, ...rest }: NewInvitation) => {
      const body = { ...rest, language: language as 'en' };
      return answerOf(
        organisationId
          ? api.POST('/api/organisations/{id}/invitations', {
              params: { path: { id: organisationId } },
              body: { ...body, role: role as RepresentativeRole },
            })
          : api.POST('/api/invitations', { body: { ...body, role: role as CoalitionRole } }),
      );
    },
    onSuccess: refresh,
  });
}

/** Writes its e-mail once more; the one before is worth nothing then. The answer is as of `useInvite`. */
export function useRenewInvitation(organisationId: string | null) {
  const refresh = useRefresh(invitationsSubject(organisationId));
  return useMutation({
    mutationFn: (id: string) =>
      answerOf(api.POST('/api/invitations/{id}/letter', { params: { path: { id } } })),
    onSuccess: refresh,
  });
}

/** Makes one worthless. */
export function useRevokeInvitation(organisationId: string | null) {
  const refresh = useRefresh(invitationsSubject(organisationId));
  return useMutation({
    mutationFn: (id: string) =>
      answerOf(api.DELETE('/api/invitations/{id}', { params: { path: { id } }, headers: commandHeaders() })),
    onSuccess: refresh,
  });
}
