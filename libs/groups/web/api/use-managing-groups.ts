import { answerOf, commandHeaders, type components, useRefresh } from '@plenary/ground/web';
import { useMutation } from '@tanstack/react-query';
import { api } from './groups-api';

type Shapes = components['schemas'];
export type GroupDetail = Shapes['GroupDetailDto'];

/** A change to groups; lists and pages of groups are asked for anew, whether it was made or refused. */
function useChange<Said, Answer>(mutationFn: (said: Said) => Promise<Answer>) {
  const refresh = useRefresh({ kind: 'group' }, { kind: 'group-requests' });
  return useMutation({ mutationFn, onSettled: refresh });
}

export const useCreateGroup = () =>
  useChange((body: Shapes['CreateGroupDto']) =>
    answerOf(api.POST('/api/groups', { body, headers: commandHeaders() })),
  );

export const useChangeGroup = (id: string) =>
  useChange((body: Shapes['ChangeGroupDto']) =>
    answerOf(api.PATCH('/api/groups/{id}', { params: { path: { id } }, body, headers: commandHeaders() })),
  );

export const useJoinGroup = (id: string) =>
  useChange((note: string) =>
    answerOf(api.PUT('/api/groups/{id}/membership', { params: { path: { id } }, body: { note } })),
  );

export const useLeaveGroup = (id: string) =>
  useChange(() => answerOf(api.DELETE('/api/groups/{id}/membership', { params: { path: { id } } })));

/** `role` null takes the person out, or declines who asked. */
export const useGroupMember = (id: string) =>
  useChange(({ personId, role }: { personId: string; role: 'lead' | 'member' | null }) => {
    const params = { path: { id, personId } };
    return role === null
      ? answerOf(api.DELETE('/api/groups/{id}/members/{personId}', { params }))
      : answerOf(api.PUT('/api/groups/{id}/members/{personId}', { params, body: { role } }));
  });
