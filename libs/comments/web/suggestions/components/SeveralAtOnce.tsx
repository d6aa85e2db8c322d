import { Button } from '@mantine/core';
import { say, useFormat } from '@plenary/ground/web';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { suggestionsApi } from '../api/suggestions-api';
import { useSuggestionsRefresh, type Suggestion } from '../api/use-suggestions';
import { Confirm } from './Confirm';
import { RejectDialog } from './RejectDialog';
import classes from './SuggestionsPanel.module.css';
import { deciding, useDeciding } from './use-deciding';

interface Props {
  suggestions: readonly Suggestion[];
  editor: Editor;
  onDone: () => void;
}

type Decide = (suggestion: Pick<Suggestion, 'id'> & { readonly wording?: number }) => Promise<unknown>;
type Act = 'accept' | 'reject' | 'withdraw';

/** Decides about several, one after the other; what was refused stays in the list and says so. */
export function SeveralAtOnce({ suggestions, editor, onDone }: Props) {
  const { t } = useTranslation('comments-suggestions');
  const format = useFormat();
  const refresh = useSuggestionsRefresh();
  const { decided } = useDeciding(editor);
  const [asks, setAsks] = useState<Act | null>(null);
  /** How many of how many are done; null while nothing is under way. */
  const [progress, setProgress] = useState<{ readonly at: number; readonly of: number } | null>(null);
  const [open, own] = [
    suggestions.filter(({ may }) => may.decide),
    suggestions.filter(({ may, state }) => may.write && state === 'open'),
  ];
  const go = async (all: readonly Suggestion[], act: Decide, isFinal = false) => {
    const done: string[] = [];
    for (const [at, each] of all.entries()) {
      setProgress({ at, of: all.length });
      await act(each).then(
        () => done.push(each.id),
        () => undefined, // it stays in the list, and says why
      );
    }
    setProgress(null);
    setAsks(null);
    const action =
      done.length > 0 && !isFinal ? decided({ ids: done, again: (id) => act({ id }) }) : undefined;
    const said = t('several.done', { number: format.number(done.length), of: format.number(all.length) });
    say(said, { about: deciding, ...(action ? { action } : {}) });
    await refresh();
    onDone();
  };
  const asked = (act: Act) => ({
    isAsked: asks === act,
    isPending: progress !== null,
    onClose: () => (progress ? undefined : setAsks(null)),
  });
  const shown: readonly (readonly [Act, number])[] = [
    ['accept', open.length],
    ['reject', open.length],
    ['withdraw', own.length],
  ];
  if (shown.every(([, count]) => count < 2)) return null;
  const bar = progress && (
    <p role="status" className={classes.quiet}>
      <progress className={classes.progress} max={progress.of} value={progress.at} aria-hidden />{' '}
      {t('several.at', { number: format.number(progress.at + 1), of: format.number(progress.of) })}
    </p>
  );
  return (
    <div className={classes.acts}>
      {shown.map(
        ([act, count]) =>
          count >= 2 && (
            <Button key={act} size="compact-sm" variant="default" onClick={() => setAsks(act)}>
              {t(`several.${act}`, { number: format.number(count) })}
            </Button>
          ),
      )}
      <Confirm
        {...asked('accept')}
        title={t('several.accept', { number: format.number(open.length) })}
        act={t('accept')}
        onAct={() => void go(open, ({ id, wording }) => suggestionsApi.accept(id, wording))}
      >
        <p>{t('several.accept.text')}</p>
        {bar}
      </Confirm>
      <RejectDialog
        {...asked('reject')}
        title={t('several.reject', { number: format.number(open.length) })}
        onReject={(reason) => void go(open, ({ id }) => suggestionsApi.reject(id, reason))}
      >
        {bar}
      </RejectDialog>
      <Confirm
        {...asked('withdraw')}
        title={t('several.withdraw', { number: format.number(own.length) })}
        act={t('withdraw')}
        isGrave
        onAct={() => void go(own, ({ id }) => suggestionsApi.withdraw(id), true)}
      >
        <p>{t('withdraw.text')}</p>
        {bar}
      </Confirm>
    </div>
  );
}
