import { Button } from '@mantine/core';
import type { ThreadPlaceView } from '@plenary/comments/domain';
import { wordingsOf, type LayerPart, type PartState } from '@plenary/ground/text';
import { currentImpersonation, PersonMark, say, useErrorSentence, useFormat } from '@plenary/ground/web';
import { useMe } from '@plenary/identity/web';
import type { InStatement } from '@plenary/statements/web';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { suggestionsApi, type OtherWords } from '../api/suggestions-api';
import { useSuggestionActs, type Suggestion } from '../api/use-suggestions';
import type { Mode } from '../mode';
import { AcceptOtherwise } from './AcceptOtherwise';
import { ConfirmWithdrawal } from './Confirm';
import { Diff } from './Diff';
import { RejectDialog } from './RejectDialog';
import { Said } from './Said';
import { Signals } from './Signals';
import classes from './SuggestionsPanel.module.css';
import commentClasses from '../../threads/components/Comment.module.css';
import { OfRoomsAbove } from '../../OfRoomsAbove';
import { deciding, useDeciding } from './use-deciding';

interface Props extends InStatement {
  suggestion: Suggestion;
  /** What people say about it. */
  threads: readonly ThreadPlaceView[];
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
export function SuggestionItem({ statement, editor, suggestion, threads, parts, state, ...props }: Props) {
  const { rivals, isChosen, mode, onGo, onDone } = props;
  const { t } = useTranslation('comments-suggestions');
  const format = useFormat();
  const me = useMe().data?.person.id;
  const [asks, setAsks] = useState<'reject' | 'withdraw' | 'otherwise' | null>(null);
  const close = () => setAsks(null);
  const acts = useSuggestionActs();
  const { sentence } = useErrorSentence(acts.error);
  const { decided } = useDeciding(editor);
  const { id, author, enteredFor, reason, language, wording, may, changedAt } = suggestion;
  const isOwn = author.personId !== null && author.personId === me;
  const isDraft = suggestion.state === 'draft';
  // What follows is said by the act itself: news of it may take this row away before it has its answer.
  const accept = (otherwise: readonly OtherWords[] = []) =>
    acts.mutate(
      async () => {
        await suggestionsApi.accept(id, wording, otherwise);
        const action = decided({ ids: [id], again: () => suggestionsApi.accept(id, wording) });
        say(t(otherwise.length > 0 ? 'accepted.otherwise' : 'accepted', { name: whose.name }), {
          action,
          about: deciding,
        });
        onDone();
      },
      { onSettled: close },
    );
  const reject = (why: string) =>
    acts.mutate(
      async () => {
        await suggestionsApi.reject(id, why);
        const action = decided({ ids: [id], again: () => suggestionsApi.reject(id, why) });
        say(t('rejected', { name: whose.name }), { action, about: deciding });
        onDone();
      },
      { onSettled: close },
    );
  const canReword = useMemo(() => parts !== null && wordingsOf(parts).length > 0, [parts]);
  const list = new Intl.ListFormat(document.documentElement.lang || 'en');
  // Whose it is, as others speak of it; who brought it stands below.
  const whose = enteredFor ?? author;
  const where = whose.organisation?.acronym ?? whose.organisation?.name;
  return (
    <li>
      <article
        data-id={id}
        data-chosen={isChosen || undefined}
        data-state={state}
        tabIndex={-1}
        className={classes.item}
        aria-label={t('item', { name: whose.name })}
      >
        <div className={classes.who}>
          <PersonMark name={whose.name} colour={author.colour} size={24} />
          <button type="button" className={classes.name} onClick={onGo}>
            <bdi>{whose.name}</bdi>
          </button>
          {where && <bdi className={classes.quiet}>{where}</bdi>}
          <span className={classes.quiet}>
            {format.ago(changedAt)}
            {wording > 1 && <> · {t('wording', { number: format.number(wording) })}</>}
          </span>
        </div>
        {enteredFor && (
          <p className={classes.quiet}>{t('entered', { name: author.name, file: enteredFor.file ?? '' })}</p>
        )}
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
        {!isDraft && <Said statement={statement} suggestion={suggestion} threads={threads} />}
        {!currentImpersonation() && (
          <div className={classes.acts}>
            {may.decide && (
              <>
                <Button
                  size="compact-sm"
                  disabled={state === 'void'}
                  loading={acts.isPending}
                  leftSection={<IconCircleCheck size={16} aria-hidden />}
                  onClick={() => accept()}
                >
                  {t('accept')}
                </Button>
                {canReword && (
                  <Button size="compact-sm" variant="default" onClick={() => setAsks('otherwise')}>
                    {t('otherwise')}
                  </Button>
                )}
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
            {!isDraft && (
              <OfRoomsAbove
                {...{ kind: 'suggestion', id, statementId: statement.id, quote: '' }}
                className={commentClasses.act!}
              />
            )}
          </div>
        )}
      </article>
      <RejectDialog
        isAsked={asks === 'reject'}
        onClose={close}
        onReject={reject}
        isPending={acts.isPending}
      />
      <ConfirmWithdrawal
        isDraft={isDraft}
        isAsked={asks === 'withdraw'}
        isPending={acts.isPending}
        onClose={close}
        onAct={() => acts.mutate(() => suggestionsApi.withdraw(id), { onSettled: close })}
      />
      {asks === 'otherwise' && parts && (
        <AcceptOtherwise
          parts={parts}
          language={language}
          name={whose.name}
          isAsked
          isPending={acts.isPending}
          onClose={close}
          onAccept={(otherwise) => accept(otherwise)}
        />
      )}
    </li>
  );
}
