import { Button } from '@mantine/core';
import { Dialog, say, useFormat } from '@plenary/ground/web';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { suggestionsApi } from '../api/suggestions-api';
import { useSuggestionsRefresh, type Suggestion } from '../api/use-suggestions';
import { RejectDialog } from './SuggestionItem';
import classes from './SuggestionsPanel.module.css';

/** Decides about several, one after the other; what was refused stays in the list and says so. */
export function SeveralAtOnce({ suggestions }: { suggestions: readonly Suggestion[] }) {
  const { t, i18n } = useTranslation('comments-suggestions');
  const format = useFormat();
  const refresh = useSuggestionsRefresh();
  const [asks, setAsks] = useState<'accept' | 'reject' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const count = suggestions.length;
  const number = format.number(count);
  const decide = async (act: (id: string) => Promise<unknown>) => {
    setBusy(true);
    let done = 0;
    for (const { id } of suggestions) {
      const isDone = await act(id).then(
        () => true,
        () => false,
      );
      if (isDone) done++;
    }
    setBusy(false);
    setAsks(null);
    say(t('several.done', { number: format.number(done) }));
    await refresh();
  };
  if (count < 2) return null;
  return (
    <div className={classes.acts}>
      <Button size="compact-sm" variant="default" onClick={() => setAsks('accept')}>
        {t('several.accept', { number })}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setAsks('reject')}>
        {t('several.reject', { number })}
      </Button>
      <Dialog
        title={t('several.accept', { number })}
        opened={asks === 'accept'}
        onClose={() => setAsks(null)}
        actions={
          <>
            <Button variant="default" onClick={() => setAsks(null)}>
              {i18n.t('common:cancel')}
            </Button>
            <Button loading={isBusy} onClick={() => void decide(suggestionsApi.accept)}>
              {t('accept')}
            </Button>
          </>
        }
      >
        <p>{t('several.accept.text')}</p>
      </Dialog>
      <RejectDialog
        isAsked={asks === 'reject'}
        onClose={() => setAsks(null)}
        isPending={isBusy}
        onReject={(reason) => void decide((id) => suggestionsApi.reject(id, reason))}
      />
    </div>
  );
}
