import { answerOf, isShaped, unexpectedAnswer } from '@plenary/ground/web';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from './identity-api';
import { useLetIn } from './use-sign-in';

/** The provider at which people may sign in, too; null for none. */
export function useOutsideProvider() {
  return useQuery({
    queryKey: ['outside'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/outside', { signal })),
    select: ({ provider }) => provider,
    staleTime: Infinity,
  });
}

/** The code that is still missing after the provider's answer. */
export function useOutsideCode() {
  return useLetIn((body: { secret: string; code: string }) =>
    answerOf(api.POST('/api/outside/code', { body })),
  );
}

/** Signs in with a key of this device; nothing has to be typed. */
export function usePasskeySignIn() {
  return useLetIn(async () => {
    const { options } = await answerOf(api.POST('/api/session/passkey/options'));
    const { startAuthentication } = await import('@simplewebauthn/browser');
    if (!isShaped<PublicKeyCredentialRequestOptionsJSON>(options, 'challenge')) throw unexpectedAnswer();
    const response = await startAuthentication({ optionsJSON: options });
    return answerOf(api.POST('/api/session/passkey', { body: { response: { ...response } } }));
  });
}

/** Stops the recovery of a device that is not lost, by the link of an e-mail. */
export function useStopRecoveryByEmail() {
  return useMutation({
    mutationFn: (secret: string) => answerOf(api.POST('/api/recoveries/stop', { body: { secret } })),
  });
}
