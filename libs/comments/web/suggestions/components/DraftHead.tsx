import { Button } from '@mantine/core';
import { say, useErrorSentence } from '@plenary/ground/web';
import { wordsOf } from '@plenary/ground/collab/client';
import type { StatementView } from '@plenary/statements/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSuggestionActs, useSuggestionsRefresh } from '../api/use-suggestions';
import type { Opened } from '../drafts/suggesting';
import type { Mode } from '../mode';
import { Confirm, ConfirmWithdrawal } from './Confirm';
import classes from './DraftHead.module.css';
import { ReasonField } from './ReasonField';
import { useKeeper } from './use-keeper';

interface Props {
  mode: Mode;
  opened: Opened;
  statement: StatementView;
}

/** Over the copy in which a suggestion is written: what it is, and what becomes of it. */
export function DraftHead({ mode, opened, statement }: Props) {
  const { t } = useTranslation('comments-suggestions');
  const [asks, setAsks] = useState<'send' | 'delete' | null>(null);
  const isEmpty = useKeeper(opened, ({ draft }) => draft.written === 0) ?? true;
  const isOpen = useKeeper(opened, ({ draft }) => draft.isOpen) ?? false;
  const refused = useKeeper(opened, ({ draft }) => draft.refused);
  const close = () => setAsks(null);
  const said = () => {
    if (!opened.keeper) return t('draft.elsewhere');
    if (!opened.draft.isWhole) return t('draft.incomplete');
    return t(isOpen ? 'draft.again' : 'draft.head');
  };
  return (
    <section className={classes.head} aria-label={t('draft.label')}>
      {refused ? (
        <Refused mode={mode} opened={opened} code={refused} />
      ) : (
        <>
          <p className={classes.text}>{said()}</p>
          <div className={classes.acts}>
            {opened.keeper && (
              <>
                <Button size="xs" disabled={isEmpty} onClick={() => setAsks('send')}>
                  {t('draft.send')}
                </Button>
                {!isOpen && (
                  <Button size="xs" variant="default" disabled={isEmpty} onClick={() => setAsks('delete')}>
                    {t('draft.delete')}
                  </Button>
                )}
              </>
            )}
            <Button size="xs" variant="default" onClick={() => void mode.end()}>
              {t('draft.later')}
            </Button>
          </div>
        </>
      )}
      <SendDialog
        mode={mode}
        opened={opened}
        statement={statement}
        isAsked={asks === 'send'}
        onClose={close}
      />
      <DeleteDialog mode={mode} isAsked={asks === 'delete'} onClose={close} />
    </section>
  );
}

/** Why it is suggested; it is sent now, or as soon as there is a network. */
function SendDialog({ mode, opened, isAsked, onClose }: Props & { isAsked: boolean; onClose: () => void }) {
  const { t } = useTranslation('comments-suggestions');
  const refresh = useSuggestionsRefresh();
  const [isSending, setSending] = useState(false);
  const { keeper } = opened;
  const [reason, setReason] = useState(keeper?.draft.reason ?? '');
  const send = async () => {
    setSending(true);
    await keeper!.send(reason.trim());
    setSending(false);
    onClose();
    if (keeper!.draft.refused) return;
    say(t(keeper!.saving === 'saved' ? 'sent' : 'sent.later'));
    await mode.end();
    mode.read('marks');
    await refresh();
  };
  return (
    <Confirm
      title={t('send.title')}
      act={t('send.do')}
      isAsked={isAsked}
      isPending={isSending}
      onAct={() => void send()}
      onClose={onClose}
    >
      <ReasonField
        label={t('reason')}
        description={t('reason.hint')}
        value={reason}
        minRows={3}
        onChange={(value) => {
          setReason(value);
          keeper?.say(value);
        }}
      />
    </Confirm>
  );
}

function DeleteDialog({ mode, isAsked, onClose }: { mode: Mode; isAsked: boolean; onClose: () => void }) {
  const { mutate, isPending, error } = useSuggestionActs();
  const { sentence } = useErrorSentence(error);
  return (
    <ConfirmWithdrawal
      isDraft
      isAsked={isAsked}
      isPending={isPending}
      onAct={() => mutate(() => mode.discard())}
      onClose={onClose}
    >
      {sentence && <p role="alert">{sentence}</p>}
    </ConfirmWithdrawal>
  );
}

/** The server does not take it: its words are their author's. */
function Refused({ mode, opened, code }: { mode: Mode; opened: Opened; code: string }) {
  const { t, i18n } = useTranslation('comments-suggestions');
  const update = opened.keeper?.draft.update;
  const words = update ? wordsOf([update], opened.draft.fork) : '';
  return (
    <div role="alert" className={classes.refused}>
      <p className={classes.text}>
        <strong>{t('refused.title')}</strong>{' '}
        {i18n.exists(`comments:error.${code}`) ? i18n.t(`comments:error.${code}`) : t('refused.text')}
      </p>
      {words && (
        <textarea
          readOnly
          dir="auto"
          rows={3}
          value={words}
          aria-label={t('refused.words')}
          className={classes.words}
        />
      )}
      <div className={classes.acts}>
        <Button size="xs" onClick={() => void mode.discard()}>
          {t('refused.seen')}
        </Button>
        <Button size="xs" variant="default" onClick={() => void mode.end()}>
          {t('draft.later')}
        </Button>
      </div>
    </div>
  );
}
