import { answerOf, shows, useRefresh } from '@plenary/ground/web';
import { deviceHelpSubject } from '@plenary/identity/domain';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from './organisations-api';

/** What the reader can do for somebody who lost the device with which they sign in; null for nothing. */
export function useDeviceHelp(id: string) {
  return useQuery({
    queryKey: ['person', id, 'device'],
    meta: shows(deviceHelpSubject(id), { kind: 'person', id }),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/people/{id}/device', { params: { path: { id } }, signal })),
    select: ({ help }) => help,
  });
}

export function useHelpWithDevice(id: string) {
  const refresh = useRefresh(deviceHelpSubject(id));
  return useMutation({
    mutationFn: (step: 'begin' | 'confirm' | 'stop') => {
      const params = { path: { id } };
      if (step === 'stop') return answerOf(api.DELETE('/api/people/{id}/device/recovery', { params }));
      return answerOf(
        step === 'begin'
          ? api.POST('/api/people/{id}/device/recovery', { params })
          : api.PUT('/api/people/{id}/device/recovery', { params }),
      );
    },
    onSettled: refresh,
  });
}
