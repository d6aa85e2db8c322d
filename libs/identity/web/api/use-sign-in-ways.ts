import {
  answerOf,
  type components,
  isShaped,
  shows,
  unexpectedAnswer,
  useRefresh,
} from '@plenary/ground/web';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from './identity-api';

export type SignInWays = components['schemas']['SignInWaysView'];
export type Passkey = components['schemas']['PasskeyView'];

/** What the person signs in with besides the password. */
export function useSignInWays() {
  return useQuery({
    queryKey: ['me', 'sign-in-ways'],
    meta: shows({ kind: 'person', id: 'me' }),
    queryFn: ({ signal }) => answerOf(api.GET('/api/me/sign-in-ways', { signal })),
  });
}

/** A change to it; what depends on it is asked for anew: the ways, the sessions, what this session is worth. */
function useChange<Said, Answer>(mutationFn: (said: Said) => Promise<Answer>) {
  const refresh = useRefresh({ kind: 'person', id: 'me' }, { kind: 'session' });
  return useMutation({ mutationFn, onSuccess: refresh });
}

export const useBeginAuthenticator = () =>
  useMutation({
    mutationFn: (password: string) => answerOf(api.POST('/api/me/authenticator', { body: { password } })),
  });

export const useConfirmAuthenticator = () =>
  useChange((code: string) => answerOf(api.PUT('/api/me/authenticator', { body: { code } })));

export const useRemoveAuthenticator = () =>
  useChange((password: string) =>
    answerOf(api.POST('/api/me/authenticator/removal', { body: { password } })),
  );

/** Takes away every account at a provider by which the person comes in. */
export const useRemoveOutside = () =>
  useChange((password: string) => answerOf(api.POST('/api/me/outside/removal', { body: { password } })));

export const useRenewCodes = () =>
  useChange((password: string) => answerOf(api.POST('/api/me/recovery-codes', { body: { password } })));

export const useStopRecovery = () => useChange(() => answerOf(api.DELETE('/api/me/recovery')));

/** Asks the browser for a key, and hands its answer to the server. */
export const useAddPasskey = () =>
  useChange(async ({ password, name }: { password: string; name: string }) => {
    const { options } = await answerOf(api.POST('/api/me/passkeys/options', { body: { password } }));
    const { startRegistration } = await import('@simplewebauthn/browser');
    if (!isShaped<PublicKeyCredentialCreationOptionsJSON>(options, 'challenge', 'user'))
      throw unexpectedAnswer();
    const response = await startRegistration({ optionsJSON: options });
    return answerOf(api.POST('/api/me/passkeys', { body: { name, response: { ...response } } }));
  });

export const useRemovePasskey = () =>
  useChange(({ id, password }: { id: string; password: string }) =>
    answerOf(api.POST('/api/me/passkeys/{id}/removal', { params: { path: { id } }, body: { password } })),
  );
