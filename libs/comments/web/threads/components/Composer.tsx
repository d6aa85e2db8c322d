import { Button } from '@mantine/core';
import type { MentionView } from '@plenary/comments/domain';
import { directionOf, directionOfWords, interfaceLanguages } from '@plenary/ground/kernel';
import { useFormat } from '@plenary/ground/web';
import { useMembership } from '@plenary/organisations/web';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnteredForSaid } from '../outbox/unsent-comment';
import classes from './Composer.module.css';
import { useDraft } from './drafts';
import { MentionField } from './MentionField';
import { mentionedIn, spelled, withTokens } from './mentions';
import type { InThreads } from './in-threads';

const EnteredFor = lazy(() => import('./EnteredFor').then(({ EnteredFor: it }) => ({ default: it })));

/** What somebody wrote. */
export interface Written {
  /** With mentions as the server reads them. */
  readonly text: string;
  readonly mentions: readonly MentionView[];
  readonly language: string;
  readonly enteredFor: EnteredForSaid | null;
  /** As in `UnsentComment`. */
  readonly speaksFor?: string | null;
}

interface Props {
  statement: InThreads;
  /** What the words are about: a thread, or a place; drafts are kept under it. */
  about: string;
  label: string;
  submit: string;
  /** Of words that are changed. */
  before?: { text: string; mentions: readonly MentionView[]; language: string };
  /** For who may enter words of others. */
  entersFor?: boolean;
  /** One line, until somebody writes in it. */
  isFolded?: boolean;
  autoFocus?: boolean;
  isPending?: boolean;
  /** Further choices, over the buttons. */
  children?: ReactNode;
  onSend: (written: Written) => void;
  onCancel?: () => void;
}

/** Words for a thread, in a language, with mentions. */
export function Composer({ statement, about, label, submit, before, ...props }: Props) {
  const { t, i18n } = useTranslation('comments-threads');
  const format = useFormat();
  const { data: membership } = useMembership();
  const draft = useDraft(about, before ? spelled(before.text, before.mentions) : '', before?.mentions);
  const [language, setLanguage] = useState(before?.language ?? i18n.language);
  const [enteredFor, setEnteredFor] = useState<EnteredForSaid | null>(null);
  const [isActive, setActive] = useState(!props.isFolded || draft.words !== '');
  const words = draft.words.trim();
  const lacksName = enteredFor !== null && enteredFor.name.trim() === '';
  const languages = [...new Set([i18n.language, statement.language, language, ...interfaceLanguages])];

  const send = () => {
    if (words === '' || lacksName || props.isPending) return;
    const text = withTokens(words, draft.mentions);
    const mentions = mentionedIn(text, draft.mentions);
    const speaksFor = membership && (membership.actingFor?.id ?? null);
    props.onSend({ text, mentions, language, enteredFor, speaksFor });
    draft.forget();
    setEnteredFor(null);
    if (props.isFolded) setActive(false);
  };
  const cancel = () => {
    draft.forget();
    setActive(!props.isFolded);
    props.onCancel?.();
  };
  return (
    <form
      className={classes.composer}
      data-active={isActive || undefined}
      onFocus={() => setActive(true)}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <MentionField
        statementId={statement.id}
        label={label}
        placeholder={label}
        value={draft.words}
        language={language}
        dir={words === '' ? directionOf(language) : directionOfWords(words, language)}
        isShort={!isActive}
        autoFocus={props.autoFocus}
        onChange={draft.write}
        onMention={draft.mention}
        onSubmit={send}
      />
      {isActive && (
        <>
          {props.children}
          {props.entersFor && (
            <Suspense>
              <EnteredFor value={enteredFor} onChange={setEnteredFor} />
            </Suspense>
          )}
          <div className={classes.foot}>
            <select
              className={classes.language}
              aria-label={t('language')}
              value={language}
              onChange={({ currentTarget }) => setLanguage(currentTarget.value)}
            >
              {languages.map((tag) => (
                <option key={tag} value={tag}>
                  {format.language(tag)}
                </option>
              ))}
            </select>
            <span className={classes.room} />
            {(props.onCancel || props.isFolded) && (
              <Button variant="subtle" size="compact-sm" onClick={cancel}>
                {t('common:cancel')}
              </Button>
            )}
            <Button
              type="submit"
              size="compact-sm"
              disabled={words === '' || lacksName}
              loading={props.isPending}
            >
              {submit}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
