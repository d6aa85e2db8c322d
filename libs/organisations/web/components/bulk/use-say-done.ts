import { asApiError, say, sentenceFor } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import { managing } from '../../managing';

/** Says what was done, with a button that undoes it; answers of `undo` are how many are as before. */
export function useSayDone() {
  const { t, i18n } = useTranslation(managing);
  return (text: string, undo: () => Promise<number>) => {
    const undoAll = () =>
      undo().then(
        (count) => say(t('bulk.undone', { count })),
        // Nothing was changed then: the sentence says why, and what to look at.
        (reason: unknown) => {
          const { code, params } = asApiError(reason);
          say(sentenceFor(i18n, code, params), { tone: 'problem' });
        },
      );
    say(text, { action: { label: t('common:undo'), run: () => void undoAll() } });
  };
}
