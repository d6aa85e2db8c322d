import { answerOf, type components, useRefresh } from '@plenary/ground/web';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from './arrivals-api';

/** What the invitation behind a link offers. */
export function useOffer(secret: string) {
  return useQuery({
    queryKey: ['offer', secret],
    queryFn: ({ signal }) => answerOf(api.POST('/api/joining/look', { body: { secret }, signal })),
    enabled: secret !== '',
    retry: false,
  });
}

/** Comes in with a new account: at once by an e-mail, after confirming one's address by a link. */
export function useJoin() {
  return useMutation({
    mutationFn: (body: components['schemas']['BeginJoiningDto']) =>
      answerOf(api.POST('/api/joining', { body })),
  });
}

/** Comes in with the account that is signed in. */
export function useAcceptInvitation() {
  // Rights follow, so that everything on screen may be otherwise now.
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (secret: string) => answerOf(api.POST('/api/joining/accept', { body: { secret } })),
    onSuccess: refresh,
  });
}

export function useConfirmJoining() {
  return useMutation({
    mutationFn: (secret: string) => answerOf(api.POST('/api/joining/confirm', { body: { secret } })),
  });
}
