import { asApiError, say } from '@plenary/ground/web';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { suggestionsApi } from '../api/suggestions-api';
import { useSuggestionsRefresh } from '../api/use-suggestions';

/** SUG-6: what was accepted goes out of the text again, and is open as before. */
export function useTakeBack(): (id: string) => void {
  const { t, i18n } = useTranslation('comments-suggestions');
  const refresh = useSuggestionsRefresh();
  return useCallback(
    (id) => {
      const act = async () => {
        try {
          await suggestionsApi.takeBack(id);
          say(t('taken-back'));
        } catch (reason) {
          const { code } = asApiError(reason);
          const sentence = `comments:error.${code}`;
          say(i18n.exists(sentence) ? i18n.t(sentence) : t('failed'), { tone: 'problem' });
        }
        await refresh();
      };
      void act();
    },
    [t, i18n, refresh],
  );
}
