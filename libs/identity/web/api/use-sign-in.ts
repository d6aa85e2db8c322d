import {
  answerOf,
  chosenLanguage,
  clearLocalCopies,
  devicePerson,
  forgetAnswers,
  setDevicePerson,
  setSessionOver,
  shipped,
} from '@plenary/ground/web';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type MeView } from './identity-api';
import { dropAnswers, setMe } from './set-me';
import { tellOfSignOut } from './use-sign-out';

export interface Credentials {
  email: string;
  password: string;
  /** Of the second factor, once it is asked for. */
  code?: string;
}

export const useSignIn = () => useLetIn((body: Credentials) => answerOf(api.POST('/api/session', { body })));

/** Any way in. What another person left on this device is forgotten before anything of the new one is shown. */
export function useLetIn<Said>(signIn: (said: Said) => Promise<MeView>) {
  const queries = useQueryClient();
  const { i18n } = useTranslation();
  return useMutation({
    mutationFn: async (said: Said) => {
      await tellOfSignOut();
      const me = await signIn(said);
      setSessionOver(null);
      const before = devicePerson();
      if (before && before !== me.person.id) {
        await clearLocalCopies(before);
        dropAnswers(queries);
        await forgetAnswers();
      }
      setDevicePerson(me.person.id);
      const language = shipped(me.person.language);
      if (language && !chosenLanguage()) await i18n.changeLanguage(language);
      return me;
    },
    onSuccess: (me) => setMe(queries, me),
  });
}
