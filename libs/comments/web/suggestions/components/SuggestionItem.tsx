import { Button, Textarea } from '@mantine/core';
import { suggestionLimits } from '@plenary/comments/domain';
import type { LayerPart, PartState } from '@plenary/ground/text';
import {
  currentImpersonation,
  Dialog,
  PersonMark,
  say,
  useErrorSentence,
  useFormat,
} from '@plenary/ground/web';
import { useMe } from '@plenary/identity/web';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { suggestionsApi } from '../api/suggestions-api';
import { useSuggestionActs, type Suggestion } from '../api/use-suggestions';
import type { Mode } from '../mode';
import { Diff } from './Diff';
import { Signals } from './Signals';
import classes from './SuggestionsPanel.module.css';
import { useTakeBack } from './use-take-back';

interface Props {
  suggestion: Suggestion;
  /** Null until they were read. */
  parts: readonly LayerPart[] | null;
  state: PartState;
  /** Who suggests something else for the same words. */
  rivals: readonly string[];
  isChosen: boolean;
  mode: Mode;
  onGo: () => void;
  /** It was decided about: on to the next. */
  onDone: () => void;
}

/** One suggestion: whose it is, what it does and why, what organisations think of it, and what can be done. */
export function SuggestionItem({ suggestion, parts, state, rivals, isChosen, mode, onGo, onDone }: Props) {
  const { t, i18n } = useTranslation('comments-suggestions');
  const format = useFormat();
  const me = useMe().data?.person.id;
  const [asks, setAsks] = useState<'reject' | 'withdraw' | null>(null);
  const acts = useSuggestionActs();
  const { sentence } = useErrorSentence(acts.error);
  const takeBack = useTakeBack();
  const { id, author, reason, language, wording, may, changedAt } = suggestion;
  const isOwn = author.personId !== null && author.personId === me;
  const isDraft = suggestion.state === 'draft';
  // What follows is said by the act itself: news of it may take this row away before it has its answer.
  const accept = () =>
    acts.mutate(async () => {
      await suggestionsApi.accept(id);
      const undo = { label: i18n.t('common:undo'), run: () => takeBack(id) };
      say(t('accepted', { name: author.name }), { action: undo });
      onDone();
    });
  const reject = (why: string) =>
    acts.mutate(
      async () => {
        await suggestionsApi.reject(id, why);
        say(t('rejected', { name: author.name }));
        onDone();
      },
      { onSettled: () => setAsks(null) },
    );
  const list = new Intl.ListFormat(document.documentElement.lang || 'en');
  const where = author.organisation?.acronym ?? author.organisation?.name;
  return (
    <li>
      <article
        data-id={id}
        data-chosen={isChosen || undefined}
        data-state={state}
        tabIndex={-1}
        className={classes.item}
        aria-label={t('item', { name: author.name })}
      >
        <div className={classes.who}>
          <PersonMark name={author.name} colour={author.colour} size={24} />
          <button type="button" className={classes.name} onClick={onGo}>
            <bdi>{author.name}</bdi>
          </button>
          {where && <bdi className={classes.quiet}>{where}</bdi>}
          <span className={classes.quiet}>
            {format.ago(changedAt)}
            {wording > 1 && <> · {t('wording', { number: format.number(wording) })}</>}
          </span>
        </div>
        {isDraft && <p className={classes.note}>{t('state.draft')}</p>}
        {state !== 'open' && !isDraft && (
          <p className={classes.note}>
            <IconAlertTriangle size={16} aria-hidden /> {t(`state.${state}`)}
          </p>
        )}
        {rivals.length > 0 && (
          <p className={classes.note}>
            <IconAlertTriangle size={16} aria-hidden />{' '}
            {t('competing', { names: list.format(new Set(rivals)) })}
          </p>
        )}
        {parts && <Diff parts={parts} language={language} />}
        {reason && (
          <p className={classes.reason} dir="auto" lang={language}>
            {reason}
          </p>
        )}
        {!isDraft && <Signals suggestion={suggestion} />}
        {sentence && (
          <p role="alert" className={classes.problem}>
            {sentence}
          </p>
        )}
        {!currentImpersonation() && (
          <div className={classes.acts}>
            {may.decide && (
              <>
                <Button
                  size="compact-sm"
                  disabled={state === 'void'}
                  loading={acts.isPending}
                  leftSection={<IconCircleCheck size={16} aria-hidden />}
                  onClick={accept}
                >
                  {t('accept')}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => setAsks('reject')}>
                  {t('reject')}
                </Button>
              </>
            )}
            {isOwn && may.write && (
              <>
                <Button size="compact-sm" variant="default" onClick={() => void mode.write(suggestion)}>
                  {t(isDraft ? 'go-on' : 'change')}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => setAsks('withdraw')}>
                  {t(isDraft ? 'draft.delete' : 'withdraw')}
                </Button>
              </>
            )}
          </div>
        )}
      </article>
      <RejectDialog
        isAsked={asks === 'reject'}
        onClose={() => setAsks(null)}
        onReject={reject}
        isPending={acts.isPending}
      />
      <Dialog
        title={t(isDraft ? 'delete.title' : 'withdraw.title')}
        opened={asks === 'withdraw'}
        onClose={() => setAsks(null)}
        actions={
          <>
            <Button variant="default" onClick={() => setAsks(null)}>
              {i18n.t('common:cancel')}
            </Button>
            <Button
              color="red"
              loading={acts.isPending}
              onClick={() =>
                acts.mutate(() => suggestionsApi.withdraw(id), { onSettled: () => setAsks(null) })
              }
            >
              {t(isDraft ? 'draft.delete' : 'withdraw')}
            </Button>
          </>
        }
      >
        <p>{t(isDraft ? 'delete.text' : 'withdraw.text')}</p>
      </Dialog>
    </li>
  );
}

/** SUG-5: with a reason, which its author reads. */
export function RejectDialog({
  isAsked,
  onClose,
  onReject,
  isPending,
}: {
  isAsked: boolean;
  onClose: () => void;
  onReject: (reason: string) => void;
  isPending: boolean;
}) {
  const { t, i18n } = useTranslation('comments-suggestions');
  const [reason, setReason] = useState('');
  return (
    <Dialog
      title={t('reject.title')}
      opened={isAsked}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {i18n.t('common:cancel')}
          </Button>
          <Button loading={isPending} onClick={() => onReject(reason.trim())}>
            {t('reject.do')}
          </Button>
        </>
      }
    >
      <Textarea
        label={t('reject.reason')}
        description={t('reject.reason.hint')}
        value={reason}
        maxLength={suggestionLimits.reasonLength}
        minRows={2}
        autosize
        dir="auto"
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </Dialog>
  );
}
