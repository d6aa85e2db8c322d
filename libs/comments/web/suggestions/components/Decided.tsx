import { Button } from '@mantine/core';
import { Answer, LoadMore, useFormat } from '@plenary/ground/web';
import type { InStatement } from '@plenary/statements/web';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecidedSuggestions, type Suggestion } from '../api/use-suggestions';
import { Change, directionOfChange } from './Diff';
import { Said } from './Said';
import classes from './SuggestionsPanel.module.css';
import { useDeciding } from './use-deciding';
import type { ThreadsOf } from './use-suggestion-threads';

interface OfStatement extends InStatement {
  readonly threadsOf: ThreadsOf;
}

/** What became of the others; loaded when somebody asks. */
export function Decided({ of }: { of: OfStatement }) {
  const { t } = useTranslation('comments-suggestions');
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={classes.decided} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('decided')}</summary>
      {isOpen && <DecidedList of={of} />}
    </details>
  );
}

function DecidedList({ of }: { of: OfStatement }) {
  const { t } = useTranslation('comments-suggestions');
  const query = useDecidedSuggestions(of.statement.id);
  return (
    <Answer query={query} beside>
      {(all) =>
        all.length === 0 ? (
          <p className={classes.quiet}>{t('decided.none')}</p>
        ) : (
          <>
            <ol className={classes.list}>
              {all.map((each) => (
                <DecidedItem key={each.id} suggestion={each} of={of} />
              ))}
            </ol>
            <LoadMore query={query} />
          </>
        )
      }
    </Answer>
  );
}

/** One that was decided about: what became of it, and what people said. */
export function DecidedItem({ suggestion, of }: { suggestion: Suggestion; of: OfStatement }) {
  const { t } = useTranslation('comments-suggestions');
  const format = useFormat();
  const { takeBack } = useDeciding(of.editor);
  const { id, author, enteredFor, state, decision, reason, language, may } = suggestion;
  return (
    <li className={classes.item} data-id={id} tabIndex={-1}>
      <span>
        <bdi className={classes.strong}>{(enteredFor ?? author).name}</bdi> · {t(`decided.${state}`)}
      </span>
      {decision && (
        <span className={classes.quiet}>
          <bdi>{decision.by.name}</bdi> · {format.moment(decision.at)}
        </span>
      )}
      {reason && (
        <p className={classes.reason} dir="auto" lang={language}>
          {reason}
        </p>
      )}
      {decision?.reason && <p dir="auto">{decision.reason}</p>}
      {decision && decision.words.length > 0 && (
        <ul className={classes.diff} lang={language} aria-label={t('otherwise.accepted')}>
          {decision.words.map(({ suggested, accepted }, at) => (
            <li key={at} dir={directionOfChange({ out: suggested, into: accepted }, language)}>
              <Change out={suggested} into={accepted} />
            </li>
          ))}
        </ul>
      )}
      <Said statement={of.statement} suggestion={suggestion} threads={of.threadsOf(id)} />
      {may.takeBack && (
        <div className={classes.acts}>
          <Button size="compact-sm" variant="default" onClick={() => takeBack(id)}>
            {t(state === 'rejected' ? 'reopen' : 'take-back')}
          </Button>
        </div>
      )}
    </li>
  );
}
