import { answerOf, chosenLanguage, shipped } from '@plenary/ground/web';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type MeView } from './identity-api';
import { setMe } from './set-me';
import { takeDevice } from './take-device';
import { tellOfSignOut } from './use-sign-out';

export interface Credentials {
  email: string;
  password: string;
  /** Of the second factor, once it is asked for. */
  code?: string;
}

export const useSignIn = () => useLetIn((body: Credentials) => answerOf(api.POST('/api/session', { body })));

/** Any way in by an answer to this page; who comes back from a provider is met by `useMe`. */
export function useLetIn<Said>(signIn: (said: Said) => Promise<MeView>) {
  const queries = useQueryClient();
  const { i18n } = useTranslation();
  return useMutation({
    mutationFn: async (said: Said) => {
      await tellOfSignOut();
      const me = await signIn(said);
      await takeDevice(queries, me.person.id);
      const language = shipped(me.person.language);
      if (language && !chosenLanguage()) await i18n.changeLanguage(language);
      return me;
    },
    onSuccess: (me) => setMe(queries, me),
  });
}
