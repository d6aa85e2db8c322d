import { answerOf, commandHeaders, type components, shows, useRefresh } from '@plenary/ground/web';
import { useMutation, useQuery } from '@tanstack/react-query';
import { organisationSubject } from '@plenary/organisations/domain';
import { api } from './organisations-api';

type Shapes = components['schemas'];
export type Mandate = Shapes['MandateDto'];

/** Who may vote and sign for an organisation, and until when. */
export function useMandates(id: string) {
  return useQuery({
    queryKey: ['organisation', id, 'mandates'],
    meta: shows(organisationSubject(id), { kind: 'person' }),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/organisations/{id}/mandates', { params: { path: { id } }, signal })),
    select: ({ items }) => items,
  });
}

export function useGiveMandate(id: string) {
  const refresh = useRefresh(organisationSubject(id));
  return useMutation({
    mutationFn: (body: Shapes['GiveMandateDto']) =>
      answerOf(
        api.POST('/api/organisations/{id}/mandates', {
          params: { path: { id } },
          headers: commandHeaders(),
          body,
        }),
      ),
    onSuccess: refresh,
  });
}

export function useEndMandate(id: string) {
  const refresh = useRefresh(organisationSubject(id));
  return useMutation({
    mutationFn: (mandateId: string) =>
      answerOf(
        api.DELETE('/api/organisations/{id}/mandates/{mandateId}', { params: { path: { id, mandateId } } }),
      ),
    onSettled: refresh,
  });
}

/** This record goes on as another. `onMerged` is called with the one that stays, whatever is still on screen. */
export function useMerge(id: string, onMerged: (kept: string) => void) {
  const refresh = useRefresh({ kind: 'organisation' }, { kind: 'person' });
  return useMutation({
    mutationFn: (body: Shapes['MergeDto']) =>
      answerOf(
        api.POST('/api/organisations/{id}/merge', {
          params: { path: { id } },
          headers: commandHeaders(),
          body,
        }),
      ),
    onSuccess: async (_answer, { into }) => {
      onMerged(into);
      await refresh();
    },
  });
}

/** A logo, of an organisation or (null) of the coalition; no file takes it away. */
export function useSetLogo(id: string | null) {
  const refresh = useRefresh(id === null ? { kind: 'coalition' } : organisationSubject(id));
  return useMutation({
    mutationFn: (file: File | null) => {
      const sent = {
        headers: { 'content-type': file?.type ?? '' },
        body: file as never,
        bodySerializer: (body: unknown) => body as never,
      };
      const params = { path: { id: id ?? '' } };
      if (id === null) {
        return answerOf(file ? api.PUT('/api/coalition/logo', sent) : api.DELETE('/api/coalition/logo'));
      }
      return answerOf(
        file
          ? api.PUT('/api/organisations/{id}/logo', { params, ...sent })
          : api.DELETE('/api/organisations/{id}/logo', { params }),
      );
    },
    onSuccess: refresh,
  });
}
