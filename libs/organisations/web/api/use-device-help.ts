import { answerOf } from '@plenary/ground/web';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './organisations-api';

const helpKey = (id: string) => ['person', id, 'device'] as const;

/** What the reader can do for somebody who lost the device with which they sign in; null for nothing. */
export function useDeviceHelp(id: string) {
  return useQuery({
    queryKey: helpKey(id),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/people/{id}/device', { params: { path: { id } }, signal })),
    select: ({ help }) => help,
  });
}

export function useHelpWithDevice(id: string) {
  const queries = useQueryClient();
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
    onSettled: () => queries.invalidateQueries({ queryKey: helpKey(id) }),
  });
}
