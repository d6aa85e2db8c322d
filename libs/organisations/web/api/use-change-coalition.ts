import { answerOf, commandHeaders, type components, useRefresh } from '@plenary/ground/web';
import { useMutation } from '@tanstack/react-query';
import { api } from './organisations-api';

type Shapes = components['schemas'];

/** What coordinators change of the coalition itself. */
export function useChangeCoalition() {
  const refresh = useRefresh({ kind: 'coalition' });
  return useMutation({
    mutationFn: (body: Shapes['ChangeCoalitionDto']) =>
      answerOf(api.PATCH('/api/coalition', { headers: commandHeaders(), body })),
    onSettled: refresh,
  });
}
